package io.onevisit.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.onevisit.problems.Problem;
import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts within the number spaces. A node takes places in blocks, each with a statement of its own outside the caller's
 * transaction and on a connection of its own, so that no row stays locked until a submission commits and nobody who holds
 * a connection waits for a second one of the same pool. What a stopped node had left is never used.
 */
@Component
class NumberBlocks {

    static final int BLOCK = 200;

    private final HikariDataSource connection;
    private final JdbcClient sql;
    private final Map<Space, Block> blocks = new ConcurrentHashMap<>();
    private final Map<String, Integer> serials = new ConcurrentHashMap<>();
    private volatile byte[] key;

    NumberBlocks(HikariDataSource pool) {
        var settings = new HikariConfig();
        pool.copyStateTo(settings);
        settings.setPoolName("numbers");
        settings.setMaximumPoolSize(1);
        settings.setMinimumIdle(0);
        this.connection = new HikariDataSource(settings);
        this.sql = JdbcClient.create(connection);
    }

    /** The next place in a space, never handed out before; a 503 problem where all ten million are. */
    int next(Space space) {
        var block = blocks.computeIfAbsent(space, s -> new Block());
        synchronized (block) {
            if (block.next == block.end) {
                block.end = reserve(space);
                block.next = block.end - BLOCK;
                blocks.keySet().removeIf(old -> old.day().isBefore(space.day().minusDays(2)));
            }
            return block.next++;
        }
    }

    private int reserve(Space space) {
        return sql.sql(
                        """
                        insert into number_space (kind, region, day, next) values (:kind, :region, :day, :block)
                        on conflict (kind, region, day) do update set next = number_space.next + :block
                        where number_space.next + :block <= :capacity
                        returning next""")
                .param("kind", String.valueOf(space.kind()))
                .param("region", space.region())
                .param("day", space.day())
                .param("block", BLOCK)
                .param("capacity", Numbers.CAPACITY)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "numbers-used-up", "该地区当日的编号已全部用完，请次日再试，并请联系平台运维人员。"));
    }

    /** The installation's own key, made at first use. */
    byte[] key() {
        if (key == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            sql.sql("insert into number_key (id, key) values (1, ?) on conflict do nothing")
                    .param(fresh)
                    .update();
            key = sql.sql("select key from number_key where id = 1")
                    .query(byte[].class)
                    .single();
        }
        return key;
    }

    /** The digits that name an item or a bundle in full numbers; the first one who asks gives it the next. */
    int serial(String subject) {
        return serials.computeIfAbsent(subject, code -> {
            sql.sql(
                            "insert into number_subject (code) select :code where not exists (select from number_subject where code = :code) on conflict do nothing")
                    .param("code", code)
                    .update();
            return sql.sql("select serial from number_subject where code = ?")
                    .param(code)
                    .query(Integer.class)
                    .single();
        });
    }

    @PreDestroy
    void close() {
        connection.close();
    }

    /** What shares one count: numbers of one kind, region and day. */
    record Space(char kind, String region, LocalDate day) {}

    private static final class Block {
        private int next;
        private int end;
    }
}
