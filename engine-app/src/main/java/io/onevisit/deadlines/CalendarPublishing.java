package io.onevisit.deadlines;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the plan of a year: the next edition of the calendar. Running clocks that counted the year provisionally are
 * counted anew, each with a line in its ledger and in the report; all others keep their edition.
 */
@Component
class CalendarPublishing {

    private static final Logger log = LoggerFactory.getLogger(CalendarPublishing.class);

    private final CalendarStore store;
    private final ClockStore clocks;
    private final LedgerClocks cases;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock now;

    CalendarPublishing(
            CalendarStore store,
            ClockStore clocks,
            LedgerClocks cases,
            TransactionTemplate transaction,
            JdbcClient sql,
            Clock now) {
        this.store = store;
        this.clocks = clocks;
        this.cases = cases;
        this.transaction = transaction;
        this.sql = sql;
        this.now = now;
    }

    /** @param recounted clocks that were counted anew, moved or not */
    record Report(CalendarStore.Key edition, List<Clocks.Key> recounted) {}

    Report publish(String region, YearPlan plan) {
        var note = "已公布 " + plan.year() + " 年放假安排：" + plan.source();
        var edition = Objects.requireNonNull(transaction.execute(status -> store.insertNext(region, plan, note)));
        var recounted = new ArrayList<Clocks.Key>();
        for (var key : clocks.provisional(region))
            if (Boolean.TRUE.equals(transaction.execute(status -> recount(key, edition, plan.year(), note))))
                recounted.add(key);
        log.info(
                "{}; calendar {} edition {}, {} clocks counted anew",
                note,
                region,
                edition.edition(),
                recounted.size());
        return new Report(edition, recounted);
    }

    /** Publishes what a file of the release knows better than the newest edition. */
    void publish(HolidayFile file) {
        var newest = store.newest(List.of(file.region())).orElseThrow();
        var known = new TreeMap<Integer, Boolean>();
        store.years(newest).forEach(plan -> known.put(plan.year(), plan.published()));
        for (var plan : file.plans()) {
            var news = !known.containsKey(plan.year()) || plan.published() && !known.get(plan.year());
            if (news) publish(file.region(), plan);
        }
    }

    private boolean recount(Clocks.Key key, CalendarStore.Key edition, int year, String note) {
        var before = clocks.lock(key).orElseThrow();
        var instants = before.instants();
        var touched = Stream.of(
                        instants.blueAt(), instants.yellowAt(), instants.redAt(), instants.dueAt(), before.startedAt())
                .filter(Objects::nonNull)
                .anyMatch(at -> Reckoning.day(at).getYear() >= year);
        if (!touched || before.calendar().edition() >= edition.edition()) return false;
        cases.rebase(before, edition, note, now.instant());
        var after = clocks.find(key).orElseThrow();
        if (!after.instants().equals(instants)) report(before, after);
        return true;
    }

    private void report(ClockRow before, ClockRow after) {
        sql.sql(
                        """
                        insert into calendar_change (at, region, edition, case_no, kind, number, yellow_was, yellow_is, red_was, red_is)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Timestamp.from(now.instant()),
                        after.calendar().region(),
                        after.calendar().edition(),
                        after.key().no(),
                        after.key().kind().name(),
                        after.key().number(),
                        timestamp(before.instants().yellowAt()),
                        timestamp(after.instants().yellowAt()),
                        timestamp(before.instants().redAt()),
                        timestamp(after.instants().redAt()))
                .update();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
