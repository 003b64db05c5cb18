package io.onevisit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Anchors in the database. */
@Component
class AnchorRows {

    private final JdbcClient sql;

    AnchorRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Anchor anchor) {
        sql.sql("insert into audit_anchor (no, at, body, key, signature) values (?, ?, ?, ?, ?)")
                .params(anchor.no(), Timestamp.from(anchor.at()), anchor.body(), anchor.key(), anchor.signature())
                .update();
    }

    Optional<Anchor> newest() {
        return sql.sql("select * from audit_anchor order by no desc limit 1")
                .query(AnchorRows::anchor)
                .optional();
    }

    List<Anchor> between(Instant from, Instant until) {
        return sql.sql("select * from audit_anchor where at >= ? and at < ? order by no")
                .params(Timestamp.from(from), Timestamp.from(until))
                .query(AnchorRows::anchor)
                .list();
    }

    List<Anchor> ofDay(LocalDate day) {
        return between(
                day.atStartOfDay(EntryRows.CHINA).toInstant(),
                day.plusDays(1).atStartOfDay(EntryRows.CHINA).toInstant());
    }

    List<Anchor> after(long no) {
        return sql.sql("select * from audit_anchor where no > ? order by no")
                .param(no)
                .query(AnchorRows::anchor)
                .list();
    }

    private static Anchor anchor(ResultSet row, int n) throws SQLException {
        return new Anchor(
                row.getLong("no"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("body"),
                row.getString("key"),
                row.getString("signature"));
    }
}
