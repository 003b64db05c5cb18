package io.onevisit.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What ended tasks were answered with, so that their pages still tell it. */
@Component
class GivenAnswers {

    private final JdbcClient sql;
    private final ObjectMapper json;
    private final Vault vault;

    GivenAnswers(JdbcClient sql, ObjectMapper json, Vault vault) {
        this.sql = sql;
        this.json = json;
        this.vault = vault;
    }

    void keep(String taskId, Map<String, Object> answers) {
        sql.sql("insert into task_answer (task_id, answers) values (?, ?::jsonb) on conflict do nothing")
                .params(taskId, vault.sealJson(Column.TASK_ANSWERS, taskId, write(answers)))
                .update();
    }

    /** Empty for a task that the process ended by itself. */
    Map<String, Object> of(String taskId) {
        return sql.sql("select answers from task_answer where task_id = ?")
                .param(taskId)
                .query(String.class)
                .optional()
                .map(answers -> read(vault.openJson(Column.TASK_ANSWERS, taskId, answers)))
                .orElse(Map.of());
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Given answers cannot be read", e);
        }
    }
}
