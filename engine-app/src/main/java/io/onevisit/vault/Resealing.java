package io.onevisit.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals with the current key whatever is not: rows from before there was a vault, and those of an earlier key. In batches
 * of a transaction each, so that a stop in the middle loses nothing and the next run goes on; a second one finds nothing.
 */
@Component
class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final JdbcClient sql;
    private final Vault vault;
    private final KeyProvider keys;
    private final TransactionTemplate transaction;
    private final int batch;

    Resealing(
            JdbcClient sql,
            Vault vault,
            KeyProvider keys,
            PlatformTransactionManager transactions,
            VaultProperties properties) {
        this.sql = sql;
        this.vault = vault;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.batch = properties.batch();
    }

    /** What a finished run has left with the current key is skipped; returns how many values were sealed, by column. */
    Map<String, Long> run() {
        return run(false);
    }

    /** @param again also where an earlier run was finished: rows may have been brought in past the application */
    Map<String, Long> run(boolean again) {
        var done = new LinkedHashMap<String, Long>();
        for (var hashed : Hashed.values()) {
            once(hashed.table() + "." + hashed.column(), Vault.KEY, again, done, () -> hash(hashed));
        }
        var key = keys.current().id();
        for (var column : Column.values()) {
            if (column.keyColumn() != null) {
                once(column.table() + "." + column.keyColumn(), Vault.KEY, again, done, () -> fillKeys(column));
            }
            once(column.table() + "." + column.column(), key, again, done, () -> seal(column));
        }
        if (!done.isEmpty()) {
            LOG.info("Sealed with key {}: {}", key, done);
        }
        return done;
    }

    private void once(String name, String keyId, boolean again, Map<String, Long> done, Portion portion) {
        var finished = sql.sql("select exists (select from vault_sealed where name = ? and key_id = ?)")
                .params(name, keyId)
                .query(Boolean.class)
                .single();
        if (finished && !again) {
            return;
        }
        count(done, name, repeated(portion));
        sql.sql(
                        """
                        insert into vault_sealed (name, key_id) values (?, ?)
                        on conflict (name) do update set key_id = excluded.key_id, at = now()""")
                .params(name, keyId)
                .update();
    }

    /** Values that are not sealed with the current key, by column; none is left out. */
    Map<String, Long> left() {
        var left = new LinkedHashMap<String, Long>();
        for (var hashed : Hashed.values()) {
            count(left, hashed.table() + "." + hashed.column(), number(hashed.table(), unhashed(hashed.column())));
        }
        for (var column : Column.values()) {
            count(left, column.table() + "." + column.column(), number(column.table(), stale(column)));
        }
        return left;
    }

    /** Values that are not sealed at all, by column. */
    Map<String, Long> plain() {
        var plain = new LinkedHashMap<String, Long>();
        for (var hashed : Hashed.values()) {
            count(plain, hashed.table() + "." + hashed.column(), number(hashed.table(), unhashed(hashed.column())));
        }
        for (var column : Column.values()) {
            count(plain, column.table() + "." + column.column(), number(column.table(), without(column, "enc:")));
        }
        return plain;
    }

    private long number(String table, String condition) {
        return sql.sql("select count(*) from " + table + " where " + condition)
                .query(Long.class)
                .single();
    }

    private static void count(Map<String, Long> counts, String name, long number) {
        if (number > 0) {
            counts.put(name, number);
        }
    }

    private interface Portion {
        int go();
    }

    private long repeated(Portion portion) {
        var all = 0L;
        for (var did = 1; did > 0; all += did) {
            did = transaction.execute(status -> portion.go());
        }
        return all;
    }

    private int hash(Hashed hashed) {
        var column = hashed.column();
        return each(
                hashed.table(),
                "''",
                column,
                unhashed(column),
                column + " = ?",
                row -> vault.key(hashed.kind(), row.value()));
    }

    /** Only plain values: a sealed one was written together with its key. */
    private int fillKeys(Column column) {
        var plain = "%1$s is not null and %2$s is null and %1$s not like 'enc:%%'"
                .formatted(column.column(), column.keyColumn());
        return each(
                column.table(),
                "''",
                column.column(),
                plain,
                column.keyColumn() + " = ?",
                row -> vault.key(column.kind(), row.value()));
    }

    private int seal(Column column) {
        return each(
                column.table(),
                column.row(),
                column.form().read(column.column()),
                stale(column),
                column.column() + " = " + column.form().written(),
                row -> vault.again(column, row.name(), row.value()));
    }

    /**
     * Writes a new value into a column of the next rows that need it. The physical place of a row in a partitioned table is
     * its partition's: both name it.
     */
    private int each(
            String table, String name, String from, String condition, String into, Function<Found, String> value) {
        var rows = sql.sql(
                        """
                        select tableoid::regclass::text as part, ctid::text as at, %1$s as name, %2$s::text as value from %3$s
                        where %4$s limit %5$d for update skip locked"""
                                .formatted(name, from, table, condition, batch))
                .query(Found.class)
                .list();
        for (var row : rows) {
            sql.sql("update %1$s set %2$s where ctid = ?::tid and tableoid = ?::regclass".formatted(table, into))
                    .params(value.apply(row), row.at(), row.part())
                    .update();
        }
        return rows.size();
    }

    private static String unhashed(String column) {
        return column + " not like '" + Vault.KEY + "%'";
    }

    private String stale(Column column) {
        return without(column, Vault.prefix(keys.current().id()));
    }

    /** Does not begin so; an empty text hides nothing, nor does an empty object or list. */
    private static String without(Column column, String prefix) {
        return "%1$s is not null and %1$s <> '%2$s' and left(%3$s, %4$d) <> '%5$s'"
                .formatted(
                        column.column(),
                        column.form().empty(),
                        column.form().begins(column.column()),
                        prefix.length(),
                        prefix);
    }

    /** @param name what the row is called to bind the value to it */
    private record Found(String part, String at, String name, String value) {}
}
