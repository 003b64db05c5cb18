package io.onevisit.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The opinions on tasks in the database. */
@Component
class OpinionRows {

    private static final String OPEN = " and answered_at is null and withdrawn_at is null";

    private final JdbcClient sql;

    OpinionRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Opinion> of(String taskId) {
        return sql.sql(
                        """
                        select k.id, k.kind, k.asked_by, coalesce(b.name, k.asked_by) as asked_by_name, k.asked_of,
                            coalesce(o.name, k.asked_of) as asked_of_name, k.question, k.asked_at, k.answered_at, k.agrees,
                            k.opinion, k.withdrawn_at
                        from task_ask k left join account b on b.username = k.asked_by
                        left join account o on o.username = k.asked_of
                        where k.task_id = ? order by k.id""")
                .param(taskId)
                .query(Opinion.class)
                .list();
    }

    /** Names of those who have yet to answer. */
    Missing missing(String taskId) {
        return sql.sql(
                        """
                        select string_agg(coalesce(o.name, k.asked_of), '、' order by k.id) filter (where k.kind <> 'AFTER') as first,
                            string_agg(coalesce(o.name, k.asked_of), '、' order by k.id) filter (where k.kind = 'AFTER') as after
                        from task_ask k left join account o on o.username = k.asked_of
                        where k.task_id = ? and k.answered_at is null and k.withdrawn_at is null""")
                .param(taskId)
                .query(Missing.class)
                .single();
    }

    /**
     * Names, {@code null} where there are none.
     *
     * @param first those without whom the officer may not answer
     * @param after those who countersign the answer
     */
    record Missing(String first, String after) {}

    void add(String taskId, OpinionKind kind, String by, String of, String question, Instant at) {
        sql.sql(
                        """
                        insert into task_ask (task_id, kind, asked_by, asked_of, question, asked_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(taskId, kind.name(), by, of, question, Timestamp.from(at))
                .update();
    }

    /** @return false where it was answered or withdrawn in between */
    boolean answer(long id, boolean agrees, String opinion, Instant at) {
        return sql.sql("update task_ask set answered_at = ?, agrees = ?, opinion = ? where id = ?" + OPEN)
                        .params(Timestamp.from(at), agrees, opinion, id)
                        .update()
                == 1;
    }

    /** @return false where it was answered or withdrawn in between */
    boolean withdraw(long id, String why, Instant at) {
        return sql.sql("update task_ask set withdrawn_at = ?, withdrawn_why = ? where id = ?" + OPEN)
                        .params(Timestamp.from(at), why, id)
                        .update()
                == 1;
    }

    /** Nobody is waited for any more: the task went another way. */
    void callOff(String taskId, String why, Instant at) {
        sql.sql("update task_ask set withdrawn_at = ?, withdrawn_why = ? where task_id = ?" + OPEN)
                .params(Timestamp.from(at), why, taskId)
                .update();
    }
}
