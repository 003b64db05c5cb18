package io.onevisit.parties;

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

/** Agreements in the database; the person is kept as a keyed hash, why they refused lies sealed. */
@Component
class AgreementRows {

    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final Vault vault;

    AgreementRows(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    String key(String idNo) {
        return vault.key(Vault.Kind.ID_NO, idNo);
    }

    void insert(Agreement asked) {
        sql.sql(
                        """
                        insert into agreement (id, application_no, party, id_no_key, purpose, asked_at, until, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        asked.id(),
                        asked.applicationNo(),
                        asked.party(),
                        asked.idNoKey(),
                        asked.purpose(),
                        Timestamp.from(asked.askedAt()),
                        Timestamp.from(asked.until()),
                        asked.state().name())
                .update();
    }

    Optional<Agreement> find(UUID id) {
        return sql.sql("select * from agreement where id = ?")
                .param(id)
                .query(this::agreement)
                .optional();
    }

    /** Those of an application, the newest first. */
    List<Agreement> of(String applicationNo) {
        return sql.sql("select * from agreement where application_no = ? order by asked_at desc, id")
                .param(applicationNo)
                .query(this::agreement)
                .list();
    }

    Optional<Agreement> of(String applicationNo, String party) {
        return of(applicationNo).stream()
                .filter(agreement -> agreement.party().equals(party))
                .findFirst();
    }

    /** The newest that a person was asked for. */
    List<Agreement> ofPerson(String idNo) {
        return sql.sql("select * from agreement where id_no_key = ? order by asked_at desc, id limit ?")
                .params(key(idNo), SHOWN)
                .query(this::agreement)
                .list();
    }

    Optional<String> applicationWith(UUID paper) {
        return sql.sql("select application_no from agreement where paper = ?")
                .param(paper)
                .query(String.class)
                .optional();
    }

    void remind(UUID id, Instant at) {
        sql.sql("update agreement set reminded_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    /** @param by user name of who answered, {@code null} where nobody did */
    void settle(UUID id, Agreement.State state, String reason, String by, Instant at) {
        sql.sql("update agreement set state = ?, reason = ?, answered_by = ?, answered_at = ? where id = ?")
                .params(
                        state.name(),
                        vault.seal(Column.AGREEMENT_REASON, id.toString(), reason),
                        by,
                        Timestamp.from(at),
                        id)
                .update();
    }

    /** @param paper what was signed, {@code null} where nothing was scanned */
    void atWindow(UUID id, UUID paper) {
        sql.sql("update agreement set at_window = true, paper = ? where id = ?")
                .params(paper, id)
                .update();
    }

    private Agreement agreement(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Agreement(
                id,
                row.getString("application_no"),
                row.getString("party"),
                row.getString("id_no_key"),
                row.getString("purpose"),
                instant(row, "asked_at"),
                instant(row, "until"),
                instant(row, "reminded_at"),
                Agreement.State.valueOf(row.getString("state")),
                vault.open(Column.AGREEMENT_REASON, id.toString(), row.getString("reason")),
                instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getBoolean("at_window"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
