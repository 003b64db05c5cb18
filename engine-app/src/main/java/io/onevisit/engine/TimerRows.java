package io.onevisit.engine;

import io.onevisit.engine.Alarms.Timer;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's timer jobs read and dated many at a time: through its own commands ten thousand of them would be as many
 * entities loaded and written one by one. A job's revision moves, so that whoever holds it learns of the change.
 */
@Component
class TimerRows {

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    TimerRows(JdbcClient sql, JdbcTemplate batch) {
        this.sql = sql;
        this.batch = batch;
    }

    List<Timer> of(Collection<String> businessKeys) {
        return sql.sql(
                        """
                        select j.id_, e.business_key_, d.act_id_, j.duedate_
                        from act_ru_execution e
                        join act_ru_job j on j.process_instance_id_ = e.id_ and j.type_ = 'timer'
                        join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where e.business_key_ = any (:keys)""")
                .param("keys", businessKeys.toArray(String[]::new))
                .query((row, n) -> new Timer(
                        row.getString("id_"),
                        row.getString("business_key_"),
                        row.getString("act_id_"),
                        row.getTimestamp("duedate_").toInstant()))
                .list();
    }

    /** Ids of the processes that run under a business key. */
    List<String> processesOf(String businessKey) {
        return sql.sql("select id_ from act_ru_execution where business_key_ = ?")
                .param(businessKey)
                .query(String.class)
                .list();
    }

    int redate(Collection<Timer> timers) {
        var changed = 0;
        for (var counts : batch.batchUpdate(
                "update act_ru_job set duedate_ = ?, rev_ = rev_ + 1 where id_ = ? and lock_owner_ is null",
                timers,
                500,
                (statement, timer) -> {
                    statement.setTimestamp(1, Timestamp.from(timer.due()));
                    statement.setString(2, timer.id());
                })) for (var count : counts) changed += count;
        return changed;
    }
}
