package io.onevisit.ratings;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives cases that nobody rated in time their default rating, in the order in which they were closed. */
@Component
class DefaultRatings {

    private static final int BATCH = 500;
    private static final Set<CaseState> RATED = Set.of(CaseState.CLOSED, CaseState.DELIVERED);

    private final JdbcClient sql;
    private final Ratings ratings;
    private final RatingsProperties limits;
    private final TransactionTemplate transaction;
    private final Clock time;

    DefaultRatings(
            JdbcClient sql, Ratings ratings, RatingsProperties limits, TransactionTemplate transaction, Clock time) {
        this.sql = sql;
        this.ratings = ratings;
        this.limits = limits;
        this.transaction = transaction;
        this.time = time;
    }

    @Scheduled(
            initialDelayString = "${onevisit.ratings.first-sweep:2m}",
            fixedDelayString = "${onevisit.ratings.sweep:10m}")
    @SchedulerLock(name = "default-ratings")
    void everyTenMinutes() {
        sweep();
    }

    /** @return how many cases were looked at */
    public int sweep() {
        var seen = 0;
        for (var batch = next(); batch > 0; batch = next()) {
            seen += batch;
        }
        return seen;
    }

    /** One batch in a transaction of its own; another node that sweeps waits for the row that says how far we are. */
    private int next() {
        return transaction.execute(status -> {
            var from = sql.sql("select until, case_no from rating_default where id = 1 for update")
                    .query(Place.class)
                    .single();
            var files = closedAfter(from);
            var now = time.instant();
            files.stream()
                    .filter(file -> RATED.contains(file.state()))
                    .forEach(file -> ratings.rateByDefault(file, now));
            if (!files.isEmpty()) {
                var last = files.get(files.size() - 1);
                sql.sql("update rating_default set until = ?, case_no = ? where id = 1")
                        .params(Timestamp.from(last.closedAt()), last.caseNo())
                        .update();
            }
            return files.size();
        });
    }

    private List<CaseFile> closedAfter(Place from) {
        return sql.sql(
                        """
                        select * from case_file
                        where closed_at <= :until and (closed_at, case_no) > (:from, :caseNo)
                        order by closed_at, case_no limit :batch""")
                .param("until", Timestamp.from(time.instant().minus(limits.defaultAfter())))
                .param("from", Timestamp.from(from.until()))
                .param("caseNo", from.caseNo())
                .param("batch", BATCH)
                .query(CaseFile.class)
                .list();
    }

    private record Place(java.time.Instant until, String caseNo) {}
}
