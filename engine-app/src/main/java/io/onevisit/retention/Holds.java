package io.onevisit.retention;

import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept although its period is over, while a case is under 复议 or 诉讼 or somebody entitled ordered so. */
@Component
class Holds {

    private final JdbcClient sql;
    private final Clock time;

    Holds(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    /** Numbers and user names under a hold, read anew for every batch. */
    Set<String> open() {
        return new HashSet<>(sql.sql("select number from retention_hold where lifted_at is null")
                .query(String.class)
                .list());
    }

    static boolean holds(Set<String> open, Perishable.Due due) {
        return open.contains(due.key()) || open.contains(due.applicationNo()) || open.contains(due.owner());
    }

    List<Hold> all() {
        return sql.sql(
                        """
                        select id, number, reason, set_by, set_at, lifted_by, lifted_why, lifted_at
                        from retention_hold order by id desc limit 200""")
                .query(Hold.class)
                .list();
    }

    @Transactional
    public Hold set(String number, String reason, String who) {
        try {
            return sql.sql(
                            """
                            insert into retention_hold (number, reason, set_by, set_at) values (?, ?, ?, ?)
                            returning id, number, reason, set_by, set_at, lifted_by, lifted_why, lifted_at""")
                    .params(number, reason, who, Timestamp.from(time.instant()))
                    .query(Hold.class)
                    .single();
        } catch (DuplicateKeyException before) {
            throw Problem.conflict("hold-open", "该编号已在保全中，无需重复登记。");
        }
    }

    @Transactional
    public void lift(long id, String why, String who) {
        var lifted = sql.sql(
                        """
                        update retention_hold set lifted_by = ?, lifted_why = ?, lifted_at = ?
                        where id = ? and lifted_at is null""")
                .params(who, why, Timestamp.from(time.instant()), id)
                .update();
        if (lifted == 0) {
            throw Problem.notFound("hold-unknown", "没有这项保全，或它已经解除。");
        }
    }

    record Hold(
            long id,
            String number,
            String reason,
            String setBy,
            Instant setAt,
            String liftedBy,
            String liftedWhy,
            Instant liftedAt) {}
}
