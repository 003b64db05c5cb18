package io.onevisit.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onevisit.retention.Perishable.Due;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was removed, proved without keeping it: who has the keys can reckon the hash, nobody can reckon keys from it. */
@Component
class Proofs {

    /** The hash before a rule's first batch. */
    static final String NOTHING = "";

    private static final String RUN =
            """
            select r.id, r.dry, r.started_by, r.started_at, r.ended_at,
                coalesce((select sum(b.removed) from retention_batch b where b.run_id = r.id), 0) as removed
            from retention_run r\s""";

    private final JdbcClient sql;

    Proofs(JdbcClient sql) {
        this.sql = sql;
    }

    long begin(boolean dry, String who, Instant at) {
        return sql.sql("insert into retention_run (dry, started_by, started_at) values (?, ?, ?) returning id")
                .params(dry, who, Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void end(long run, Instant at) {
        sql.sql("update retention_run set ended_at = ? where id = ?")
                .params(Timestamp.from(at), run)
                .update();
    }

    void batch(long run, String rule, int number, Instant at, List<Due> removed, String hash) {
        sql.sql(
                        """
                        insert into retention_batch (run_id, rule, number, at, removed, oldest, newest, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run,
                        rule,
                        number,
                        Timestamp.from(at),
                        removed.size(),
                        Timestamp.from(removed.get(0).at()),
                        Timestamp.from(removed.get(removed.size() - 1).at()),
                        hash)
                .update();
    }

    void result(long run, Result result) {
        sql.sql(
                        """
                        insert into retention_result (run_id, rule, period, before, removed, oldest, newest, hash, left_due, left_why)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run,
                        result.rule(),
                        result.period(),
                        Timestamp.from(result.before()),
                        result.removed(),
                        result.oldest() == null ? null : Timestamp.from(result.oldest()),
                        result.newest() == null ? null : Timestamp.from(result.newest()),
                        result.hash(),
                        result.leftDue(),
                        result.leftWhy())
                .update();
    }

    List<Run> runs(int most) {
        return sql.sql(RUN + "order by r.id desc limit ?")
                .param(most)
                .query(Run.class)
                .list();
    }

    Optional<Run> run(long id) {
        return sql.sql(RUN + "where r.id = ?").param(id).query(Run.class).optional();
    }

    List<Result> results(long run) {
        return sql.sql(
                        """
                        select rule, period, before, removed, oldest, newest, hash, left_due, left_why
                        from retention_result where run_id = ? order by rule""")
                .param(run)
                .query(Result.class)
                .list();
    }

    List<Batch> batches(long run) {
        return sql.sql(
                        """
                        select rule, number, at, removed, oldest, newest, hash
                        from retention_batch where run_id = ? order by rule, number""")
                .param(run)
                .query(Batch.class)
                .list();
    }

    /** SHA-256 over the hash before and the keys in order, each behind its length in four bytes. */
    static String hash(String before, List<String> keys) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(before));
            keys.stream().sorted().map(key -> key.getBytes(UTF_8)).forEach(key -> {
                digest.update(ByteBuffer.allocate(4).putInt(key.length).array());
                digest.update(key);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param endedAt {@code null} while it runs, and for ever where it was cut off; its batches stand */
    record Run(long id, boolean dry, String startedBy, Instant startedAt, Instant endedAt, long removed) {}

    /** @param leftDue what is past its period and still there, with the reason */
    record Result(
            String rule,
            String period,
            Instant before,
            long removed,
            Instant oldest,
            Instant newest,
            String hash,
            long leftDue,
            String leftWhy) {}

    record Batch(String rule, int number, Instant at, int removed, Instant oldest, Instant newest, String hash) {}
}
