package io.onevisit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts committed entries behind one another, each region and day a chain of its own. Writers wait for nobody: what they
 * commit is found in a list, and one sealer at a time works it off.
 */
@Component
class Sealer {

    static final int MOST = 5_000;

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final AuditProperties properties;
    private final Clock time;

    Sealer(JdbcClient sql, JdbcTemplate batches, AuditProperties properties, Clock time) {
        this.sql = sql;
        this.batches = batches;
        this.properties = properties;
        this.time = time;
    }

    /** Seals what is committed by now; of several nodes one does, the others do nothing. Returns how many. */
    @Transactional
    public int seal() {
        if (!sql.sql("select pg_try_advisory_xact_lock(hashtext('audit-sealer'))")
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var heads = new HashMap<Chain, Head>();
        var seals = new ArrayList<Object[]>();
        for (var entry : waiting()) {
            var head = heads.computeIfAbsent(entry.chain, this::head);
            var next = head.next(entry, now, properties.digest());
            heads.put(entry.chain, next);
            seals.add(row(entry, next, now));
        }
        if (!seals.isEmpty()) {
            store(seals);
            heads.keySet().forEach(this::remember);
        }
        return seals.size();
    }

    private List<Waiting> waiting() {
        return sql.sql(
                        """
                        select p.id, %s from (select id, month from audit_pending order by id limit :most) p
                        join audit_entry e on e.month = p.month and e.id = p.id order by p.id"""
                                .formatted(Canonical.COLUMNS))
                .param("most", MOST)
                .query((row, n) -> waiting(row))
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong(1),
                new Chain(row.getString(4), row.getObject(2, LocalDate.class)),
                properties.digest().of(Canonical.entry(row, 2)));
    }

    private Head head(Chain chain) {
        return sql.sql(
                        """
                        select position, hash from audit_seal where month = ? and region = ? and day = ?
                        order by position desc limit 1""")
                .params(chain.month(), chain.region(), chain.day())
                .query((row, n) -> new Head(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(Head.NONE);
    }

    private Object[] row(Waiting entry, Head head, Instant now) {
        var chain = entry.chain;
        return new Object[] {
            chain.month(),
            chain.region(),
            chain.day(),
            head.position,
            entry.id,
            entry.hash,
            head.hash,
            properties.digest().name(),
            Timestamp.from(now)
        };
    }

    private void store(List<Object[]> seals) {
        batches.batchUpdate(
                """
                insert into audit_seal (month, region, day, position, entry_id, entry_hash, hash, digest, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                seals);
        batches.batchUpdate(
                "delete from audit_pending where id = ?",
                seals.stream().map(seal -> new Object[] {seal[4]}).toList());
    }

    private void remember(Chain chain) {
        sql.sql("insert into audit_grown (day, region) values (?, ?) on conflict do nothing")
                .params(chain.day(), chain.region())
                .update();
    }

    private record Waiting(long id, Chain chain, byte[] hash) {}

    private record Head(long position, byte[] hash) {
        static final Head NONE = new Head(0, new byte[0]);

        Head next(Waiting entry, Instant now, Digest digest) {
            var bytes = Canonical.seal(entry.chain, position + 1, hash, entry.id, entry.hash, now);
            return new Head(position + 1, digest.of(bytes));
        }
    }
}
