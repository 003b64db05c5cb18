package io.onevisit.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts as they were given: the same draft, or the same key of a client, gets the same one again. */
@Component
class Receipts {

    private static final int LONGEST_KEY = 100;

    private final JdbcClient sql;
    private final ObjectMapper json;

    Receipts(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A client's own number of a submission, which keeps it from being made twice. */
    static void refuseBadKey(String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("key-missing", "请求缺少防重复提交的编号（Idempotency-Key），请刷新页面后重试。");
        }
    }

    /** One submission of a person at a time, until the transaction ends; the receipt where this one came before. */
    Optional<Receipt> once(Account person, UUID draftId, String key) {
        sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("submission:" + person.username())
                .query((row, n) -> 0)
                .list();
        return sql
                .sql(
                        """
                        select receipt::text from submission where owner = :owner and key = :key
                        union all select receipt::text from submitted_draft where owner = :owner and draft_id = :draft""")
                .param("owner", person.username())
                .param("key", key)
                .param("draft", draftId)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(this::read);
    }

    void keep(Account person, UUID draftId, String key, Receipt receipt) {
        var text = text(receipt);
        sql.sql("insert into submission (owner, key, application_no, receipt) values (?, ?, ?, ?::jsonb)")
                .params(person.username(), key, receipt.applicationNo(), text)
                .update();
        sql.sql("insert into submitted_draft (draft_id, owner, application_no, receipt) values (?, ?, ?, ?::jsonb)")
                .params(draftId, person.username(), receipt.applicationNo(), text)
                .update();
    }

    private Receipt read(String text) {
        try {
            return json.readValue(text, Receipt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored receipt cannot be read", e);
        }
    }

    private String text(Receipt receipt) {
        try {
            return json.writeValueAsString(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
