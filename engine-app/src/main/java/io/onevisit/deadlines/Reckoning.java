package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Computes everything a ledger implies: when each light begins, how much is used, which days were skipped.
 *
 * <p>A limit of n working days ends on the n-th working day after the day of the start, at the same time of day. Where
 * the start lies outside office hours (or the rule counts from the next working day) whole days count, and the limit
 * ends when business ends (民法典 art. 203).
 */
final class Reckoning {

    private final Ledger ledger;
    private final WorkingCalendar calendar;
    private final List<Threshold> thresholds;
    private final Timeline time;
    private final Instant start;
    private final long origin;
    private final boolean fromOpening;
    private final List<Pause> pauses = new ArrayList<>();

    /** @param length how much of the timeline isn't counted, {@code Long.MAX_VALUE} while nobody knows */
    private record Pause(Instant from, long position, long length) {}

    Reckoning(Ledger ledger, WorkingCalendar calendar, List<Threshold> thresholds) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.thresholds = thresholds;
        var day = day(ledger.startedAt());
        var nextDay = ledger.rule() == CountingRule.NEXT_WORKDAY;
        start = nextDay ? calendar.opening(calendar.nextWorkingDay(day)) : ledger.startedAt();
        time = Timeline.of(ledger.unit(), calendar, day(start));
        origin = time.position(start);
        fromOpening = ledger.unit() == LimitUnit.WORKING_DAY
                && !nextDay
                && calendar.isWorkingDay(day)
                && !start.isAfter(calendar.opening(day));
        collectPauses();
    }

    /** The instant after which a light begins, {@code null} where it has none or nobody knows while the clock is stopped. */
    Instant begins(Light light) {
        return thresholds.stream()
                .filter(t -> t.light() == light)
                .map(t -> reach(limit(t.basis()) + t.offset() * time.unit()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** When the promised limit ends, {@code null} while the clock is stopped and nobody knows. */
    Instant due() {
        return reach(limit(Threshold.Basis.PROMISED));
    }

    ClockRow.Instants instants() {
        return new ClockRow.Instants(begins(Light.BLUE), begins(Light.YELLOW), begins(Light.RED), due());
    }

    Light light(Instant at) {
        var end = ledger.finishedAt();
        var until = end != null && at.isAfter(end) ? end : at;
        var then = ledger.until(until);
        var known = then == ledger ? this : new Reckoning(then, calendar, thresholds);
        for (var light : List.of(Light.RED, Light.YELLOW, Light.BLUE)) {
            var begins = known.begins(light);
            if (begins != null && until.isAfter(begins)) return light;
        }
        return Light.NONE;
    }

    /** Units used until an instant, rounded up. */
    int used(Instant at) {
        return units(counted(at));
    }

    int remaining(Instant at) {
        return units(limit(Threshold.Basis.PROMISED)) - used(at);
    }

    boolean provisional() {
        var from = day(ledger.startedAt());
        if (ledger.unit() != LimitUnit.CALENDAR_DAY) return calendar.provisional(from, day(end()));
        return ledger.rule() == CountingRule.NEXT_WORKDAY && calendar.provisional(from, day(start));
    }

    List<LocalDate> skipped() {
        return ledger.unit() == LimitUnit.CALENDAR_DAY
                ? List.of()
                : calendar.daysOff(day(ledger.startedAt()), day(end()));
    }

    private Instant end() {
        return Stream.of(begins(Light.BLUE), begins(Light.YELLOW), begins(Light.RED), due(), ledger.lastAt(), start)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void collectPauses() {
        Ledger.Entry open = null;
        for (var entry : ledger.entries())
            switch (entry.act()) {
                case SPECIAL_PROCEDURE_STARTED, STOPPED -> open = entry;
                case SPECIAL_PROCEDURE_ENDED, RESUMED, FINISHED, CALLED_OFF -> {
                    if (open != null) pauses.add(pause(open, entry.at()));
                    open = null;
                }
                default -> {}
            }
        if (open != null) pauses.add(pause(open, null));
    }

    private Pause pause(Ledger.Entry from, Instant to) {
        var position = Math.max(origin, time.position(from.at()));
        var most = from.act() == Ledger.Act.STOPPED ? Long.MAX_VALUE : asked(from, position);
        var length = to == null ? most : Math.min(most, Math.max(0, time.position(to) - position));
        return new Pause(from.at(), position, length);
    }

    /** How much of the timeline lies in the days asked for, which may be counted otherwise than the clock's own. */
    private long asked(Ledger.Entry from, long position) {
        if (from.unit() == null) return from.days() * time.day();
        var other = Timeline.of(from.unit(), calendar, day(from.at()));
        var end = other.first(other.position(from.at()) + from.days() * other.day());
        return Math.max(0, time.position(end) - position);
    }

    /** What is used until an instant, in nanoseconds of the unit. */
    long counted(Instant at) {
        var end = ledger.finishedAt();
        var position = time.position(end != null && at.isAfter(end) ? end : at);
        var counted = Math.max(0, position - origin);
        for (var pause : pauses) counted -= Math.min(pause.length, Math.max(0, position - pause.position));
        return counted;
    }

    /** The limit in nanoseconds with the extensions granted before it ended; a breach isn't undone by a later one. */
    long limit(Threshold.Basis basis) {
        var limit = (basis == Threshold.Basis.PROMISED ? ledger.promised() : ledger.statutory()) * time.unit();
        for (var entry : ledger.entries()) {
            if (entry.act() != Ledger.Act.EXTENDED) continue;
            var end = reach(limit);
            if (end == null || !end.isBefore(entry.at())) limit += entry.days() * time.day();
        }
        return limit;
    }

    /** The instant at which so much is used; {@code null} where a stop that lasts comes first. */
    private Instant reach(long amount) {
        if (amount <= 0) return start;
        var position = origin + amount;
        for (var pause : pauses) {
            var before =
                    pause.position < position || pause.position == position && !pause.from.isAfter(instant(position));
            if (!before) break;
            if (pause.length == Long.MAX_VALUE) return null;
            position += pause.length;
        }
        return instant(position);
    }

    private Instant instant(long position) {
        return fromOpening ? time.last(position) : time.first(position);
    }

    Instant start() {
        return start;
    }

    Timeline time() {
        return time;
    }

    private int units(long nanos) {
        return Math.toIntExact(Math.floorDiv(nanos + time.unit() - 1, time.unit()));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingCalendar.ZONE);
    }
}
