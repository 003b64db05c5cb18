package io.onevisit.tasks;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What ended tasks were answered with, so that their pages still tell it. */
@Component
class GivenAnswers {

    private final JdbcClient sql;
    private final AnswerJson json;
    private final Vault vault;

    GivenAnswers(JdbcClient sql, AnswerJson json, Vault vault) {
        this.sql = sql;
        this.json = json;
        this.vault = vault;
    }

    void keep(String taskId, Map<String, Object> answers) {
        sql.sql("insert into task_answer (task_id, answers) values (?, ?::jsonb) on conflict do nothing")
                .params(taskId, vault.sealJson(Column.TASK_ANSWERS, taskId, json.write(answers)))
                .update();
    }

    /** Empty for a task that the process ended by itself. */
    Map<String, Object> of(String taskId) {
        return sql.sql("select answers from task_answer where task_id = ?")
                .param(taskId)
                .query(String.class)
                .optional()
                .map(answers -> json.read(vault.openJson(Column.TASK_ANSWERS, taskId, answers)))
                .orElse(Map.of());
    }
}
