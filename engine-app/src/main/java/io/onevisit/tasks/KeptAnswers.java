package io.onevisit.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that wait to be countersigned (后加签). */
@Component
class KeptAnswers {

    private final JdbcClient sql;
    private final AnswerJson json;
    private final Clock time;

    KeptAnswers(JdbcClient sql, AnswerJson json, Clock time) {
        this.sql = sql;
        this.json = json;
        this.time = time;
    }

    void keep(String taskId, String officer, Map<String, Object> answers) {
        sql.sql(
                        """
                        insert into task_kept_answer (task_id, officer, answers, waits, kept_at)
                        values (?, ?, cast(? as jsonb), true, ?)
                        on conflict (task_id) do update set officer = excluded.officer, answers = excluded.answers,
                            waits = true, kept_at = excluded.kept_at""")
                .params(taskId, officer, json.write(answers), Timestamp.from(time.instant()))
                .update();
    }

    /** That of the officer who holds the task; who holds it no longer has said nothing. */
    Optional<Kept> of(WorkItem item) {
        return sql.sql("select officer, answers, waits from task_kept_answer where task_id = ? and officer = ?")
                .params(item.id(), item.assignee())
                .query((row, n) -> new Kept(
                        row.getString("officer"), json.read(row.getString("answers")), row.getBoolean("waits")))
                .optional();
    }

    /** Somebody disagreed: the officer may change it and send it again. */
    void giveBack(String taskId) {
        sql.sql("update task_kept_answer set waits = false where task_id = ?")
                .param(taskId)
                .update();
    }

    /** @param waits for colleagues, not for the officer */
    record Kept(String officer, Map<String, Object> answers, boolean waits) {}
}
