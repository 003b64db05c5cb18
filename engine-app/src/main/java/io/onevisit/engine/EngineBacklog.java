package io.onevisit.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** {@link Backlog} from the engine's open external tasks: as large as what is left undone, however many cases there are. */
@Component
class EngineBacklog implements Backlog {

    private static final String STATE =
            "case when t.retries_ = 0 then 'FAILED' when t.worker_id_ is not null and t.lock_exp_time_ > :now then 'LOCKED' else 'WAITING' end";

    /** A number of ours, or none where the whole province is asked for (two digits, 43). */
    private static final String WITHIN = "(" + NumberRange.holds("p.business_key_")
            + " or length(:first) <= 2 and (p.business_key_ is null or p.business_key_ !~ '^[A-Z]?[0-9]{22}$'))";

    private final JdbcClient sql;
    private final Editions editions;
    private final Clock time;

    EngineBacklog(JdbcClient sql, Editions editions, Clock time) {
        this.sql = sql;
        this.editions = editions;
        this.time = time;
    }

    @Override
    public List<Topic> topics(NumberRange numbers) {
        return RowView.whole(() -> bound(
                        """
                        select topic, count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state = 'LOCKED') as locked,
                               count(*) filter (where state = 'FAILED') as failed,
                               min(since) filter (where state = 'WAITING') as oldest
                        from (select t.topic_name_ as topic, t.create_time_ as since, %s as state
                              from act_ru_ext_task t join act_ru_execution p on p.id_ = t.proc_inst_id_ where %s) open
                        group by topic order by topic"""
                                .formatted(STATE, WITHIN),
                        numbers)
                .param("now", Timestamp.from(time.instant()))
                .query(Topic.class)
                .list());
    }

    @Override
    public List<Open> open(String topic, NumberRange numbers, int most) {
        return RowView.whole(() -> bound(
                        """
                        select t.proc_inst_id_ as instance, coalesce(p.business_key_, '') as number, t.proc_def_id_ as edition,
                               t.act_id_ as element, %s as state, coalesce(t.retries_, 1) as retries,
                               coalesce(t.worker_id_, '') as worker, t.lock_exp_time_ as locked_until,
                               t.create_time_ as since, coalesce(t.error_msg_, '') as message
                        from act_ru_ext_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where t.topic_name_ = :topic and %s order by t.create_time_, t.id_ limit :most"""
                                .formatted(STATE, WITHIN),
                        numbers)
                .param("now", Timestamp.from(time.instant()))
                .param("topic", topic)
                .param("most", most)
                .query(Open.class)
                .list());
    }

    @Override
    public Map<String, Long> done(NumberRange numbers, Instant since) {
        return RowView.whole(() -> {
            var found = new HashMap<String, Long>();
            bound(
                            """
                            select h.proc_def_id_, h.act_id_, count(*) from act_hi_actinst h
                            join act_hi_procinst p on p.proc_inst_id_ = h.proc_inst_id_
                            where h.end_time_ >= :since and h.act_type_ = 'serviceTask' and h.act_inst_state_ <> 2 and %s
                            group by 1, 2"""
                                    .formatted(WITHIN),
                            numbers)
                    .param("since", Timestamp.from(since))
                    .query(row -> {
                        var element = editions.elements(row.getString(1)).get(row.getString(2));
                        if (element != null && !element.topic().isEmpty()) {
                            found.merge(element.topic(), row.getLong(3), Long::sum);
                        }
                    });
            return found;
        });
    }

    @Override
    public List<Sighting> workers() {
        return sql.sql("select worker, topic, fetched_at from worker_seen order by fetched_at desc, topic limit 500")
                .query(Sighting.class)
                .list();
    }

    private StatementSpec bound(String statement, NumberRange numbers) {
        return sql.sql(statement).params(numbers.params());
    }
}
