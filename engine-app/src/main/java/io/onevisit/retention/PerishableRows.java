package io.onevisit.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table that are deleted when they are old enough. What is passed in is SQL of ours, never a caller's words. */
public record PerishableRows(
        JdbcClient sql, String rule, String table, Key key, String at, String owner, String applicationNo, String only)
        implements Perishable {

    /** What names a row, and its type. */
    public record Key(String column, String type) {}

    /** Rows that are nobody's and belong to no application. */
    public PerishableRows(JdbcClient sql, String rule, String table, Key key, String at) {
        this(sql, rule, table, key, at, "null::text", "null::text", "true");
    }

    public PerishableRows ownedBy(String column) {
        return new PerishableRows(sql, rule, table, key, at, column, applicationNo, only);
    }

    @Override
    public List<Due> due(Instant before, Due after, int most, boolean lock) {
        return sql.sql(
                        """
                        select (%1$s)::text as key, %2$s as at, %3$s as application_no, %4$s as owner from %5$s
                        where %2$s < :before and (%6$s) and (%2$s, (%1$s)::text) > (:at, :key)
                        order by %2$s, (%1$s)::text limit :most %7$s"""
                                .formatted(
                                        key.column(),
                                        at,
                                        applicationNo,
                                        owner,
                                        table,
                                        only,
                                        lock ? "for update skip locked" : ""))
                .params(Map.of(
                        "before",
                        Timestamp.from(before),
                        "at",
                        Timestamp.from(after.at()),
                        "key",
                        after.key(),
                        "most",
                        most))
                .query(Due.class)
                .list();
    }

    @Override
    public void remove(List<Due> due) {
        sql.sql("delete from %s where %s = any(cast(:keys as %s[]))".formatted(table, key.column(), key.type()))
                .param("keys", due.stream().map(Due::key).toArray(String[]::new))
                .update();
    }

    @Override
    public long count(Instant before) {
        return sql.sql("select count(*) from %s where %s < :before and (%s)".formatted(table, at, only))
                .param("before", Timestamp.from(before))
                .query(Long.class)
                .single();
    }
}
