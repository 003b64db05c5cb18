package io.onevisit.deadlines;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Recounts recounts;
    private final TransactionTemplate transaction;
    private final Clock now;

    CalendarPublishing(
            CalendarStore store, ClockStore clocks, Recounts recounts, TransactionTemplate transaction, Clock now) {
        this.store = store;
        this.clocks = clocks;
        this.recounts = recounts;
        this.transaction = transaction;
        this.now = now;
    }

    /**
     * @param recounted clocks that were counted anew, moved or not
     * @param moved how many of them are due at another instant now
     */
    record Report(CalendarStore.Key edition, List<Clocks.Key> recounted, int moved) {}

    Report publish(String region, YearPlan plan) {
        var note = (plan.published() ? "已公布 %d 年放假安排：%s" : "调整 %d 年工作日历：%s").formatted(plan.year(), plan.source());
        var edition = Objects.requireNonNull(transaction.execute(status -> store.insertNext(region, plan, note)));
        var affected = clocks.provisional(edition).stream()
                .filter(clock -> touches(clock, plan.year()))
                .map(ClockRow::key)
                .toList();
        var recounted = new ArrayList<Clocks.Key>();
        var moved = 0;
        for (var from = 0; from < affected.size(); from += Recounts.BATCH) {
            var batch = affected.subList(from, Math.min(from + Recounts.BATCH, affected.size()));
            for (var move : recounts.apply(batch, edition, Recounts.PUBLISHED, note, null, now.instant())) {
                recounted.add(move.clock().key());
                if (move.moved()) moved++;
            }
        }
        log.info(
                "{}; calendar {} edition {}, {} clocks counted anew, {} moved",
                note,
                region,
                edition.edition(),
                recounted.size(),
                moved);
        return new Report(edition, recounted, moved);
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

    private static boolean touches(ClockRow clock, int year) {
        var instants = clock.instants();
        return Stream.of(instants.blueAt(), instants.yellowAt(), instants.redAt(), instants.dueAt(), clock.startedAt())
                .filter(Objects::nonNull)
                .anyMatch(at -> Reckoning.day(at).getYear() >= year);
    }
}
