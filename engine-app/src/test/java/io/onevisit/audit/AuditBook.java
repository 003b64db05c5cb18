package io.onevisit.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of one region and day in a test, and the hands of somebody who owns the database. */
record AuditBook(Audit audit, Sealer sealer, Anchoring anchoring, JdbcClient sql, DataSource owner, Chain chain) {

    void write(int entries) {
        var officer = new Actor("officer.of.audit", "办事员", "health", Set.of("APPROVER"), chain.region(), "", true);
        for (var i = 0; i < entries; i++) {
            audit.write(Note.of(Verb.LOOK_CASE, Kind.CASE, "第" + (count() + 1) + "件"), officer, Result.DONE, "");
        }
    }

    void sealAndAnchor() {
        while (sealer.seal() > 0) {
            // until nothing waits
        }
        anchoring.anchor();
    }

    int count() {
        return sql.sql("select count(*) from audit_entry where day = ? and region = ?")
                .params(chain.day(), chain.region())
                .query(Integer.class)
                .single();
    }

    long idAt(long position) {
        return sql.sql("select entry_id from audit_seal where day = ? and region = ? and position = ?")
                .params(chain.day(), chain.region(), position)
                .query(Long.class)
                .single();
    }

    List<Long> positions() {
        return sql.sql("select position from audit_seal where day = ? and region = ? order by position")
                .params(chain.day(), chain.region())
                .query(Long.class)
                .list();
    }

    /** What the triggers forbid, done by who may switch them off. */
    void tamper(String... statements) throws SQLException {
        try (var connection = owner.getConnection()) {
            triggers(connection, "disable");
            for (var statement : statements) {
                try (var run = connection.createStatement()) {
                    run.execute(statement);
                }
            }
            triggers(connection, "enable");
        }
    }

    private static void triggers(Connection connection, String how) throws SQLException {
        for (var table : List.of("audit_entry", "audit_seal", "audit_anchor")) {
            try (var run = connection.createStatement()) {
                run.execute("alter table %1$s %2$s trigger %1$s_stays".formatted(table, how));
            }
        }
    }

    static Chain chain(String region, String day) {
        return new Chain(region, LocalDate.parse(day));
    }
}
