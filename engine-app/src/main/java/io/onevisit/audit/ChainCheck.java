package io.onevisit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons one chain anew, entry by entry, and holds it against the heads that were signed. */
@Component
class ChainCheck {

    private static final int FETCHED = 1_000;

    private static final String SEALS =
            """
            select s.position, s.entry_id, s.entry_hash, s.hash, s.digest, s.sealed_at, e.id, %s
            from audit_seal s left join audit_entry e on e.month = s.month and e.id = s.entry_id
            where s.month = ? and s.day = ? and s.region = ? order by s.position"""
                    .formatted(Canonical.COLUMNS);

    private final JdbcTemplate sql;

    ChainCheck(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param signed the heads of this chain that were signed, by position */
    @Transactional(readOnly = true)
    public Optional<Break> firstBreak(Chain chain, Map<Long, SignedHead> signed) {
        var walk = new Walk(chain, signed);
        var statement = sql.query(
                connection -> {
                    var prepared = connection.prepareStatement(SEALS);
                    prepared.setFetchSize(FETCHED);
                    prepared.setObject(1, chain.month());
                    prepared.setObject(2, chain.day());
                    prepared.setString(3, chain.region());
                    return prepared;
                },
                rows -> {
                    while (walk.found.isEmpty() && rows.next()) {
                        walk.step(rows);
                    }
                    return walk;
                });
        return statement.found.or(walk::end);
    }

    private Optional<Long> positionOf(Chain chain, byte[] entryHash) {
        return sql
                .queryForList(
                        """
                        select position from audit_seal
                        where month = ? and day = ? and region = ? and entry_hash = ? order by position limit 1""",
                        Long.class,
                        chain.month(),
                        chain.day(),
                        chain.region(),
                        entryHash)
                .stream()
                .findFirst();
    }

    /** The place of the seal that belongs here by its hash, where it is another. */
    private Optional<Long> rightful(Chain chain, long position, byte[] before) {
        return sql
                .query(
                        """
                        select position, entry_id, entry_hash, hash, digest, sealed_at from audit_seal
                        where month = ? and day = ? and region = ? and position <> ? order by position""",
                        (row, n) -> {
                            var reckoned = Digest.valueOf(row.getString(5))
                                    .of(Canonical.seal(
                                            chain, position, before, row.getLong(2), row.getBytes(3), instant(row, 6)));
                            return Arrays.equals(reckoned, row.getBytes(4)) ? row.getLong(1) : -1L;
                        },
                        chain.month(),
                        chain.day(),
                        chain.region(),
                        position)
                .stream()
                .filter(found -> found > 0)
                .findFirst();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** @param inDatabase whether the database itself still has the anchor that names it */
    record SignedHead(String hash, boolean inDatabase) {}

    private final class Walk {

        private final Chain chain;
        private final Map<Long, SignedHead> signed;
        private long last;
        private byte[] before = new byte[0];
        private Optional<Break> found = Optional.empty();

        private Walk(Chain chain, Map<Long, SignedHead> signed) {
            this.chain = chain;
            this.signed = signed;
        }

        private void step(ResultSet row) throws SQLException {
            var position = row.getLong(1);
            var expected = last + 1;
            if (position != expected) {
                found = Break.at(Break.Kind.DELETED, expected, 0, "第 %d 条的封存记录被删除。".formatted(expected));
                return;
            }
            var entry = row.getLong(2);
            var entryHash = row.getBytes(3);
            var hash = row.getBytes(4);
            var digest = Digest.valueOf(row.getString(5));
            if (!Arrays.equals(
                    digest.of(Canonical.seal(chain, position, before, entry, entryHash, instant(row, 6))), hash)) {
                found = sealBreak(position, entry);
                return;
            }
            if (row.getObject(7) == null) {
                found = Break.at(Break.Kind.DELETED, position, entry, "第 %d 条（编号 %d）被删除。".formatted(position, entry));
                return;
            }
            var reckoned = digest.of(Canonical.entry(row, 8));
            if (!Arrays.equals(reckoned, entryHash)) {
                found = entryBreak(position, entry, reckoned);
                return;
            }
            last = position;
            before = hash;
            found = anchorBreak(position, hash);
        }

        private Optional<Break> sealBreak(long position, long entry) {
            return rightful(chain, position, before)
                    .map(other -> Break.at(
                            Break.Kind.SWAPPED, position, entry, "第 %d 条与第 %d 条的封存顺序被调换。".formatted(position, other)))
                    .orElseGet(() ->
                            Break.at(Break.Kind.SEAL_CHANGED, position, entry, "第 %d 条的封存记录被改动。".formatted(position)));
        }

        private Optional<Break> entryBreak(long position, long entry, byte[] reckoned) {
            return positionOf(chain, reckoned)
                    .map(other -> Break.at(
                            Break.Kind.SWAPPED, position, entry, "第 %d 条与第 %d 条的内容被调换。".formatted(position, other)))
                    .orElseGet(() -> Break.at(
                            Break.Kind.CHANGED, position, entry, "第 %d 条（编号 %d）的内容与封存时不同。".formatted(position, entry)));
        }

        private Optional<Break> anchorBreak(long position, byte[] hash) {
            var head = signed.get(position);
            if (head == null || head.hash.equals(HexFormat.of().formatHex(hash))) {
                return Optional.empty();
            }
            return head.inDatabase
                    ? Break.at(
                            Break.Kind.REWRITTEN,
                            position,
                            0,
                            "到第 %d 条为止，链自身完整，但与已签名的锚点不同：整链被重新计算过。".formatted(position))
                    : Break.at(
                            Break.Kind.RESTORED,
                            position,
                            0,
                            "到第 %d 条为止与已导出的锚点不同，数据库中没有该锚点：恢复了旧备份后又继续记录。".formatted(position));
        }

        private Optional<Break> end() {
            var missing = signed.entrySet().stream()
                    .filter(head -> head.getKey() > last)
                    .max(Map.Entry.comparingByKey());
            return missing.flatMap(head -> head.getValue().inDatabase
                    ? Break.at(
                            Break.Kind.CUT,
                            last + 1,
                            0,
                            "已签名的锚点到第 %d 条，现在只有 %d 条：尾部被截断。".formatted(head.getKey(), last))
                    : Break.at(
                            Break.Kind.RESTORED,
                            last + 1,
                            0,
                            "已导出的锚点到第 %d 条，现在只有 %d 条，数据库中也没有该锚点：恢复了旧备份。".formatted(head.getKey(), last)));
        }
    }
}
