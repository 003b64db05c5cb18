package io.onevisit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries in the database: written and read, nothing else. */
@Component
class EntryRows {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;

    EntryRows(JdbcClient sql) {
        this.sql = sql;
    }

    void write(Entry entry) {
        sql.sql(
                        """
                        insert into audit_entry (month, day, at, region, account, name, department, roles, on_behalf_of,
                            person, verb, kind, number, application_no, case_no, detail, purpose, address, agent, channel,
                            correlation, result, code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.day().withDayOfMonth(1),
                        entry.day(),
                        Timestamp.from(entry.at()),
                        entry.region(),
                        entry.account(),
                        entry.name(),
                        entry.department(),
                        entry.roles(),
                        entry.onBehalfOf(),
                        entry.person(),
                        entry.verb().name(),
                        entry.kind().name(),
                        entry.number(),
                        entry.applicationNo(),
                        entry.caseNo(),
                        entry.detail(),
                        entry.purpose(),
                        entry.address(),
                        entry.agent(),
                        entry.channel().name(),
                        entry.correlation(),
                        entry.result().name(),
                        entry.code())
                .update();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CHINA);
    }

    static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("region"),
                row.getString("account"),
                row.getString("name"),
                row.getString("department"),
                row.getString("roles"),
                row.getString("on_behalf_of"),
                row.getString("person"),
                Verb.valueOf(row.getString("verb")),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("application_no"),
                row.getString("case_no"),
                row.getString("detail"),
                row.getString("purpose"),
                row.getString("address"),
                row.getString("agent"),
                Channel.valueOf(row.getString("channel")),
                row.getString("correlation"),
                Result.valueOf(row.getString("result")),
                row.getString("code"));
    }
}
