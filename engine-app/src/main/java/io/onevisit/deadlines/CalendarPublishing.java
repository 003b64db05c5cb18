package io.onevisit.deadlines;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the plan of a year: the next edition of the calendar. Running clocks that counted the year provisionally are
 * counted anew, each with a line in its ledger and in the report; all others keep their edition, and so do all where the
 * year was published before and is only changed.
 */
@Component
class CalendarPublishing {

    private static final Logger log = LoggerFactory.getLogger(CalendarPublishing.class);

    private final CalendarStore store;
    private final Calendars calendars;
    private final ClockStore clocks;
    private final Recounts recounts;
    private final TransactionTemplate transaction;
    private final Clock now;

    CalendarPublishing(
            CalendarStore store,
            Calendars calendars,
            ClockStore clocks,
            Recounts recounts,
            TransactionTemplate transaction,
            Clock now) {
        this.store = store;
        this.calendars = calendars;
        this.clocks = clocks;
        this.recounts = recounts;
        this.transaction = transaction;
        this.now = now;
    }

    /**
     * @param recounted clocks that were counted anew, moved or not
     * @param moved how many of them are due at another instant now
     * @param leftOver clocks that could not be: they would reach into a year without a calendar
     */
    record Report(CalendarStore.Key edition, List<Clocks.Key> recounted, int moved, List<Clocks.Key> leftOver) {}

    /** A region that has followed a wider calendar gets its own one with it. */
    Report publish(String region, YearPlan plan, CalendarAuthor author) {
        var words = (plan.published() ? "已公布 %d 年放假安排：%s" : "调整 %d 年工作日历：%s").formatted(plan.year(), plan.source());
        var note = new CalendarStore.Note(words, plan.year(), author);
        var edition = Objects.requireNonNull(transaction.execute(status -> {
            calendars
                    .key(region)
                    .filter(key -> !key.region().equals(region))
                    .ifPresent(above -> store.insertOwn(region, above, author));
            return store.insertNext(region, plan, note);
        }));
        return recount(edition, words);
    }

    /** Refuses a plan that was made from an edition in which the year still looked different. */
    void check(CalendarStore.Key basedOn, int year) {
        var newest = store.newest(List.of(basedOn.region())).orElse(basedOn);
        if (newest.edition() <= basedOn.edition()) return;
        var before = plan(basedOn, year);
        var after = plan(newest, year);
        if (!Objects.equals(before, after))
            throw Problem.conflict(
                    "calendar-changed",
                    "%d 年安排已由%s调整（第 %d 版），请刷新后再改。"
                            .formatted(year, store.author(newest.region(), year), newest.edition()));
    }

    private YearPlan plan(CalendarStore.Key edition, int year) {
        return store.years(edition).stream()
                .filter(plan -> plan.year() == year)
                .findFirst()
                .orElse(null);
    }

    /** Publishes what a file of the release knows better than the newest edition. */
    void publish(HolidayFile file) {
        var newest = store.newest(List.of(file.region())).orElseThrow();
        var known = new TreeMap<Integer, Boolean>();
        store.years(newest).forEach(plan -> known.put(plan.year(), plan.published()));
        for (var plan : file.plans()) {
            var news = !known.containsKey(plan.year()) || plan.published() && !known.get(plan.year());
            if (news) publish(file.region(), plan, CalendarAuthor.PLATFORM);
        }
    }

    /**
     * What a broken-off publication left, and clocks that were started while it was under way: each region by itself, and
     * nothing at all while no published year is waited for.
     */
    @Scheduled(
            initialDelayString = "${onevisit.deadlines.first-resolving:1m}",
            fixedDelayString = "${onevisit.deadlines.resolving:10m}")
    @SchedulerLock(name = "calendars")
    void goOn() {
        for (var region : store.regions())
            try {
                store.newest(List.of(region)).ifPresent(newest -> recount(newest, "放假安排已公布，补算"));
            } catch (RuntimeException failed) {
                log.warn(
                        "Clocks counted by the calendar of {} are not yet counted anew; the others go on",
                        region,
                        failed);
            }
    }

    private Report recount(CalendarStore.Key edition, String note) {
        var affected = waiting(edition);
        var recounted = new ArrayList<Clocks.Key>();
        var moved = 0;
        for (var from = 0; from < affected.size(); from += Recounts.BATCH) {
            var batch = affected.subList(from, Math.min(from + Recounts.BATCH, affected.size()));
            for (var move : recounts.apply(batch, edition, Recounts.PUBLISHED, note, null, now.instant())) {
                recounted.add(move.clock().key());
                if (move.moved()) moved++;
            }
        }
        var leftOver = affected.isEmpty() ? affected : waiting(edition);
        if (affected.isEmpty()) return new Report(edition, recounted, moved, leftOver);
        store.count(edition, recounted.size(), moved, leftOver.size());
        log.info(
                "{}; calendar {} edition {}, {} clocks counted anew, {} moved, {} left as they were",
                note,
                edition.region(),
                edition.edition(),
                recounted.size(),
                moved,
                leftOver.size());
        return new Report(edition, recounted, moved, leftOver);
    }

    /** Running clocks that count a year provisionally which this edition publishes. */
    private List<Clocks.Key> waiting(CalendarStore.Key edition) {
        if (!store.resolvesAnything(edition)) return List.of();
        return clocks.provisional(edition).stream()
                .filter(clock ->
                        calendars.resolved(clock.calendar(), edition).stream().anyMatch(year -> touches(clock, year)))
                .map(ClockRow::key)
                .toList();
    }

    private static boolean touches(ClockRow clock, int year) {
        var instants = clock.instants();
        return Stream.of(instants.blueAt(), instants.yellowAt(), instants.redAt(), instants.dueAt(), clock.startedAt())
                .filter(Objects::nonNull)
                .anyMatch(at -> Reckoning.day(at).getYear() >= year);
    }
}
