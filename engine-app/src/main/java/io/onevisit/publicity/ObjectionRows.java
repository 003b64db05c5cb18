package io.onevisit.publicity;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Objections in the database; what is said in them and what is answered lies sealed. */
@Component
class ObjectionRows {

    private final JdbcClient sql;
    private final Vault vault;

    ObjectionRows(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void insert(Objection objection) {
        sql.sql(
                        """
                        insert into objection (id, notice_no, account, text, evidence, state, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        objection.id(),
                        objection.noticeNo(),
                        objection.account(),
                        vault.seal(Column.OBJECTION_TEXT, objection.id().toString(), objection.text()),
                        objection.evidence(),
                        objection.state().name(),
                        Timestamp.from(objection.raisedAt()))
                .update();
    }

    Optional<Objection> of(String noticeNo, String account) {
        return sql.sql("select * from objection where notice_no = ? and account = ?")
                .params(noticeNo, account)
                .query(this::objection)
                .optional();
    }

    List<Objection> waiting(String noticeNo) {
        return sql.sql("select * from objection where notice_no = ? and state = 'RECEIVED' order by number")
                .param(noticeNo)
                .query(this::objection)
                .list();
    }

    Optional<Objection> withEvidence(UUID document) {
        return sql.sql("select * from objection where evidence = ?")
                .param(document)
                .query(this::objection)
                .optional();
    }

    void settle(UUID id, Objection.State state, String reason, String by, Instant at) {
        sql.sql("update objection set state = ?, reason = ?, settled_by = ?, settled_at = ? where id = ?")
                .params(
                        state.name(),
                        vault.seal(Column.OBJECTION_REASON, id.toString(), reason),
                        by,
                        Timestamp.from(at),
                        id)
                .update();
    }

    private Objection objection(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Objection(
                id,
                row.getString("notice_no"),
                row.getString("account"),
                vault.open(Column.OBJECTION_TEXT, id.toString(), row.getString("text")),
                row.getObject("evidence", UUID.class),
                Objection.State.valueOf(row.getString("state")),
                row.getTimestamp("raised_at").toInstant(),
                vault.open(Column.OBJECTION_REASON, id.toString(), row.getString("reason")),
                row.getString("settled_by"),
                row.getTimestamp("settled_at") == null
                        ? null
                        : row.getTimestamp("settled_at").toInstant());
    }
}
