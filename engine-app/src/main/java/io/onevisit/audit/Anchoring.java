package io.onevisit.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs the heads that grew since the last anchor and copies every anchor out of the database. */
@Component
class Anchoring {

    private static final int DAYS_COPIED = 3;

    private final JdbcClient sql;
    private final AnchorRows rows;
    private final AnchorFiles files;
    private final SigningKey key;
    private final TransactionTemplate transaction;
    private final Clock time;
    private Anchor copied;

    Anchoring(
            JdbcClient sql,
            AnchorRows rows,
            AnchorFiles files,
            SigningKey key,
            TransactionTemplate transaction,
            Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.files = files;
        this.key = key;
        this.transaction = transaction;
        this.time = time;
    }

    /** Every node copies, whoever signed: each folder holds them all. */
    synchronized void anchor() {
        transaction.executeWithoutResult(status -> sign());
        copy();
    }

    private void sign() {
        if (!sql.sql("select pg_try_advisory_xact_lock(hashtext('audit-sealer'))")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var last = rows.newest();
        var heads = grown();
        if (heads.isEmpty()) {
            return;
        }
        var no = last.map(Anchor::no).orElse(0L) + 1;
        var at = time.instant().truncatedTo(ChronoUnit.MICROS);
        var body = Anchor.body(no, at, last.map(Anchor::hash).orElse(""), heads);
        rows.add(new Anchor(no, at, body, key.id(), key.sign(body)));
    }

    /** The present heads of the chains that were sealed into since. */
    private List<Anchor.Head> grown() {
        return sql.sql(
                        """
                        with grown as (delete from audit_grown returning day, region)
                        select g.region, g.day, s.position, s.hash
                        from grown g cross join lateral (
                            select position, hash from audit_seal
                            where month = date_trunc('month', g.day)::date and day = g.day and region = g.region
                            order by position desc limit 1) s
                        order by g.day, g.region""")
                .query((row, n) -> new Anchor.Head(
                        new Chain(row.getString(1), row.getObject(2, LocalDate.class)),
                        row.getLong(3),
                        HexFormat.of().formatHex(row.getBytes(4))))
                .list();
    }

    private void copy() {
        var fresh = copied == null ? List.<Anchor>of() : rows.after(copied.no());
        if (!fresh.isEmpty() && fresh.get(0).before().equals(copied.hash())) {
            fresh.forEach(files::add);
        } else if (!rows.newest().equals(Optional.ofNullable(copied))) {
            // After a start, or where the database is not the one that was copied last.
            var today = EntryRows.day(time.instant());
            for (var day = today.minusDays(DAYS_COPIED); !day.isAfter(today); day = day.plusDays(1)) {
                files.complete(day, rows.ofDay(day));
            }
        }
        copied = rows.newest().orElse(null);
    }
}
