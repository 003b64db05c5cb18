package io.onevisit.search;

import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal of rebuilds: who asked, why, how far it is, how it ended. */
@Component
class Rebuilds {

    static final String PLATFORM = "平台";

    private final JdbcClient sql;
    private final Clock time;

    Rebuilds(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    /**
     * @param total things to read; {@code done} of them are indexed
     * @param documents entries that the new index holds
     * @param failure why it failed, {@code null} where it did not
     */
    record Rebuild(
            long id,
            String askedBy,
            String reason,
            Instant askedAt,
            Instant startedAt,
            int total,
            int done,
            int documents,
            Instant endedAt,
            String failure) {}

    /** Asks for one; a 409 problem while another is under way. */
    long ask(String who, String reason) {
        try {
            return sql.sql("insert into search_rebuild (asked_by, reason, asked_at) values (?, ?, ?) returning id")
                    .params(who, reason, now())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException underWay) {
            throw Problem.conflict("rebuild-under-way", "检索索引正在重建，请等这次结束后再发起。");
        }
    }

    Optional<Rebuild> open() {
        return sql.sql("select * from search_rebuild where ended_at is null")
                .query(Rebuild.class)
                .optional();
    }

    List<Rebuild> latest() {
        return sql.sql("select * from search_rebuild order by id desc limit 20")
                .query(Rebuild.class)
                .list();
    }

    void started(long id, int total) {
        sql.sql("update search_rebuild set started_at = ?, total = ?, done = 0, documents = 0 where id = ?")
                .params(now(), total, id)
                .update();
    }

    void progressed(long id, int done, int documents) {
        sql.sql("update search_rebuild set done = ?, documents = ? where id = ?")
                .params(done, documents, id)
                .update();
    }

    /** @param failure why it failed, {@code null} where it did not */
    void ended(long id, String failure) {
        sql.sql("update search_rebuild set ended_at = ?, failure = ? where id = ?")
                .params(now(), failure, id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }
}
