package io.onevisit.delegation;

import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mandates as rows; whose a mandate is stands here and nowhere else. */
@Component
class MandateRows {

    /** Given by or in the name of this person, also at a window: it is found by their number once an office knows them. */
    private static final String GIVEN =
            "(principal = :person or principal_id_key = :idNo or represents(:person, principal))";

    /** Accepted by this person, or offered to the name and proved telephone of their account. */
    private static final String RECEIVED =
            """
            (agent = :person or (state = 'OFFERED' and exists (select from account a where a.username = :person
                and a.phone_proved and a.phone_key = agent_phone_key and a.name = agent_name)))""";

    private final JdbcClient sql;
    private final Vault vault;

    MandateRows(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void insert(Mandate m) {
        sql.sql(
                        """
                        insert into mandate (id, kind, principal, principal_name, principal_id, principal_id_key,
                            principal_phone, principal_region, given_by, agent_name, agent_phone, agent_phone_key, subjects,
                            licenses, from_on, until_on, evidence, state, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        m.id(),
                        m.kind().name(),
                        m.principal(),
                        m.principalName(),
                        vault.seal(Column.MANDATE_PRINCIPAL, m.id().toString(), m.principalId()),
                        vault.key(Kind.ID_NO, m.principalId()),
                        vault.seal(Column.MANDATE_PRINCIPAL_PHONE, m.id().toString(), m.principalPhone()),
                        m.principalRegion(),
                        m.givenBy(),
                        m.agentName(),
                        vault.seal(Column.MANDATE_AGENT_PHONE, m.id().toString(), m.agentPhone()),
                        vault.key(Kind.PHONE, m.agentPhone()),
                        m.subjects().toArray(String[]::new),
                        m.licenses(),
                        m.fromOn(),
                        m.untilOn(),
                        m.evidence(),
                        m.state().name(),
                        Timestamp.from(m.givenAt()))
                .update();
    }

    List<Mandate> given(String person, String idNo) {
        return list(GIVEN, person, idNo);
    }

    List<Mandate> received(String person) {
        return list(RECEIVED, person, null);
    }

    Optional<Mandate> given(UUID id, String person, String idNo) {
        return one(id, GIVEN, person, idNo);
    }

    Optional<Mandate> received(UUID id, String person) {
        return one(id, RECEIVED, person, null);
    }

    /** Whether it was given by this person, or is for them to accept or accepted by them. */
    boolean concerns(UUID id, String person, String idNo) {
        return sql.sql("select exists (select from mandate where id = :id and (" + GIVEN + " or " + RECEIVED + "))")
                .param("id", id)
                .param("person", person)
                .param("idNo", vault.key(Kind.ID_NO, idNo))
                .query(Boolean.class)
                .single();
    }

    Optional<Mandate> find(UUID id) {
        return sql.sql("select * from mandate where id = ?")
                .param(id)
                .query(this::mandate)
                .optional();
    }

    /** Open mandates whose last day is over. */
    List<Mandate> over(LocalDate today) {
        return sql.sql("select * from mandate where state in ('OFFERED', 'ACCEPTED') and until_on < ? for update")
                .param(today)
                .query(this::mandate)
                .list();
    }

    void answer(UUID id, MandateState state, String agent, Instant now) {
        sql.sql("update mandate set state = ?, agent = ?, answered_at = ? where id = ?")
                .params(state.name(), agent, Timestamp.from(now), id)
                .update();
    }

    void end(UUID id, String by, String why, Instant now) {
        sql.sql("update mandate set state = 'ENDED', ended_at = ?, ended_by = ?, ended_why = ? where id = ?")
                .params(Timestamp.from(now), by, vault.seal(Column.MANDATE_WHY, id.toString(), why), id)
                .update();
    }

    private List<Mandate> list(String whose, String person, String idNo) {
        return sql.sql("select * from mandate where " + whose + " order by given_at desc, id limit 200")
                .param("person", person)
                .param("idNo", vault.key(Kind.ID_NO, idNo))
                .query(this::mandate)
                .list();
    }

    /** Locked: of two answers at once one counts. */
    private Optional<Mandate> one(UUID id, String whose, String person, String idNo) {
        return sql.sql("select * from mandate where id = :id and " + whose + " for update")
                .param("id", id)
                .param("person", person)
                .param("idNo", vault.key(Kind.ID_NO, idNo))
                .query(this::mandate)
                .optional();
    }

    private Mandate mandate(ResultSet row, int n) throws SQLException {
        var id = row.getString("id");
        return new Mandate(
                UUID.fromString(id),
                AgentKind.valueOf(row.getString("kind")),
                row.getString("principal"),
                row.getString("principal_name"),
                vault.open(Column.MANDATE_PRINCIPAL, id, row.getString("principal_id")),
                vault.open(Column.MANDATE_PRINCIPAL_PHONE, id, row.getString("principal_phone")),
                row.getString("principal_region"),
                row.getString("given_by"),
                row.getString("agent_name"),
                vault.open(Column.MANDATE_AGENT_PHONE, id, row.getString("agent_phone")),
                row.getString("agent"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getBoolean("licenses"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("evidence"),
                MandateState.valueOf(row.getString("state")),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("ended_at") == null
                        ? null
                        : row.getTimestamp("ended_at").toInstant(),
                vault.open(Column.MANDATE_WHY, id, row.getString("ended_why")));
    }
}
