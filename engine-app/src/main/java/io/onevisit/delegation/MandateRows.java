package io.onevisit.delegation;

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
            "(principal = :person or principal_id = :idNo or represents(:person, principal))";

    /** Accepted by this person, or offered to the name and proved telephone of their account. */
    private static final String RECEIVED =
            """
            (agent = :person or (state = 'OFFERED' and exists (select from account a where a.username = :person
                and a.phone_proved and a.phone = agent_phone and a.name = agent_name)))""";

    private final JdbcClient sql;

    MandateRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Mandate m) {
        sql.sql(
                        """
                        insert into mandate (id, kind, principal, principal_name, principal_id, principal_phone,
                            principal_region, given_by, agent_name, agent_phone, subjects, licenses, from_on, until_on,
                            evidence, state, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        m.id(),
                        m.kind().name(),
                        m.principal(),
                        m.principalName(),
                        m.principalId(),
                        m.principalPhone(),
                        m.principalRegion(),
                        m.givenBy(),
                        m.agentName(),
                        m.agentPhone(),
                        m.subjects().toArray(String[]::new),
                        m.licenses(),
                        m.fromOn(),
                        m.untilOn(),
                        m.evidence(),
                        m.state(),
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

    Optional<Mandate> find(UUID id) {
        return sql.sql("select * from mandate where id = ?")
                .param(id)
                .query(MandateRows::mandate)
                .optional();
    }

    /** Open mandates whose last day is over. */
    List<Mandate> over(LocalDate today) {
        return sql.sql("select * from mandate where state in ('OFFERED', 'ACCEPTED') and until_on < ? for update")
                .param(today)
                .query(MandateRows::mandate)
                .list();
    }

    void answer(UUID id, String state, String agent, Instant now) {
        sql.sql("update mandate set state = ?, agent = ?, answered_at = ? where id = ?")
                .params(state, agent, Timestamp.from(now), id)
                .update();
    }

    void end(UUID id, String by, String why, Instant now) {
        sql.sql("update mandate set state = 'ENDED', ended_at = ?, ended_by = ?, ended_why = ? where id = ?")
                .params(Timestamp.from(now), by, why, id)
                .update();
    }

    private List<Mandate> list(String whose, String person, String idNo) {
        return sql.sql("select * from mandate where " + whose + " order by given_at desc, id limit 200")
                .param("person", person)
                .param("idNo", idNo)
                .query(MandateRows::mandate)
                .list();
    }

    /** Locked: of two answers at once one counts. */
    private Optional<Mandate> one(UUID id, String whose, String person, String idNo) {
        return sql.sql("select * from mandate where id = :id and " + whose + " for update")
                .param("id", id)
                .param("person", person)
                .param("idNo", idNo)
                .query(MandateRows::mandate)
                .optional();
    }

    private static Mandate mandate(ResultSet row, int n) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                AgentKind.valueOf(row.getString("kind")),
                row.getString("principal"),
                row.getString("principal_name"),
                row.getString("principal_id"),
                row.getString("principal_phone"),
                row.getString("principal_region"),
                row.getString("given_by"),
                row.getString("agent_name"),
                row.getString("agent_phone"),
                row.getString("agent"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getBoolean("licenses"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("evidence"),
                row.getString("state"),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("ended_at") == null
                        ? null
                        : row.getTimestamp("ended_at").toInstant(),
                row.getString("ended_why"));
    }
}
