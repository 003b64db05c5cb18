package io.onevisit.notices;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each person's messages on the platform. */
@Component
@Transactional
public class Inbox implements Channel {

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final Vault vault;

    Inbox(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    @Override
    public void deliver(Message message) {
        sql.sql(
                        """
                        insert into notice_message
                          (id, key, recipient, notice, title, text, application_no, case_no, at, link)
                        values (:id, :key, :recipient, :notice, :title, :text, :applicationNo, :caseNo, :at, :link)
                        on conflict (key) do nothing""")
                .param("id", message.id())
                .param("key", message.key())
                .param("recipient", message.recipient())
                .param("notice", message.notice())
                .param("title", message.title())
                .param("text", vault.seal(Column.NOTICE_TEXT, message.id().toString(), message.text()))
                .param("applicationNo", message.applicationNo())
                .param("caseNo", message.caseNo())
                .param("at", Timestamp.from(message.at()))
                .param("link", message.link())
                .update();
    }

    /** The newest messages of a person. */
    public List<Entry> of(String recipient) {
        return sql
                .sql(
                        """
                        select id, at, title, text, application_no, case_no, read_at is not null as read, link
                        from notice_message where recipient = :recipient order by at desc, id limit :shown""")
                .param("recipient", recipient)
                .param("shown", SHOWN)
                .query(Entry.class)
                .list()
                .stream()
                .map(entry ->
                        entry.with(vault.open(Column.NOTICE_TEXT, entry.id().toString(), entry.text())))
                .toList();
    }

    /** Marks a message of this person as read. */
    void read(UUID id, String recipient, Instant at) {
        var found = sql.sql(
                        """
                        update notice_message set read_at = coalesce(read_at, :at)
                        where id = :id and recipient = :recipient""")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .param("recipient", recipient)
                .update();
        if (found == 0) {
            throw Problem.notFound("message-unknown", "没有找到这条消息。");
        }
    }

    /** A message as its recipient sees it. */
    public record Entry(
            UUID id,
            Instant at,
            String title,
            String text,
            String applicationNo,
            String caseNo,
            boolean read,
            String link) {

        private Entry with(String opened) {
            return new Entry(id, at, title, opened, applicationNo, caseNo, read, link);
        }
    }
}
