package io.onevisit.deadlines;

import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Goes through a clock's days one by one, and joins those of which the same is to be said. */
final class DayByDay {

    private final Ledger ledger;
    private final WorkingCalendar calendar;
    private final Reckoning reckoning;
    private final Instant last;

    /**
     * @param nanos how much of the days is counted
     * @param name what a day off, a special procedure or a stop is called
     * @param whole false for a working day of which only a part is counted
     */
    record Days(LocalDate from, LocalDate to, Explanation.Kind kind, String name, long nanos, boolean whole) {

        private boolean joins(Days next) {
            return kind == next.kind
                    && kind != Explanation.Kind.EXTENDED
                    && name.equals(next.name)
                    && whole
                    && next.whole
                    && next.from.equals(to.plusDays(1));
        }

        private Days with(Days next) {
            return new Days(from, next.to, kind, name, nanos + next.nanos, true);
        }
    }

    /** @param last until when */
    DayByDay(Ledger ledger, WorkingCalendar calendar, Reckoning reckoning, Instant last) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.reckoning = reckoning;
        this.last = last;
    }

    List<Days> runs() {
        var runs = new ArrayList<Days>();
        var first = Reckoning.day(ledger.startedAt());
        first.datesUntil(Reckoning.day(last).plusDays(1)).forEach(day -> {
            extensions(day).forEach(runs::add);
            var said = said(day, day.equals(first));
            if (said == null) return;
            var before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.joins(said)) runs.set(runs.size() - 1, before.with(said));
            else runs.add(said);
        });
        return runs;
    }

    private List<Days> extensions(LocalDate day) {
        return ledger.entries().stream()
                .filter(entry -> entry.act() == Ledger.Act.EXTENDED
                        && Reckoning.day(entry.at()).equals(day))
                .map(entry -> new Days(day, day, Explanation.Kind.EXTENDED, Wording.extension(entry, ledger), 0, false))
                .toList();
    }

    private Days said(LocalDate day, boolean first) {
        var from = later(day.atStartOfDay(WorkingCalendar.ZONE).toInstant(), reckoning.start());
        var to = earlier(day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant(), last);
        var everyday = ledger.unit() == LimitUnit.CALENDAR_DAY;
        var described = everyday ? null : calendar.describe(day);
        if (described != null && described.kind() == WorkingCalendar.DayKind.WEEKEND)
            return new Days(day, day, Explanation.Kind.WEEKEND, described.name(), 0, true);
        if (described != null && described.kind() == WorkingCalendar.DayKind.HOLIDAY)
            return new Days(day, day, Explanation.Kind.HOLIDAY, described.name(), 0, true);
        if (to.isBefore(from)) return first ? new Days(day, day, Explanation.Kind.BEFORE, "", 0, false) : null;
        var counted = reckoning.counted(to) - reckoning.counted(from);
        var open = reckoning.time().position(to) - reckoning.time().position(from);
        if (open == 0) return first ? new Days(day, day, Explanation.Kind.BEFORE, "", 0, false) : null;
        if (counted == open) return counted(day, described, counted);
        var pause = pause(from, to);
        if (counted == 0)
            return new Days(
                    day,
                    day,
                    pause.special() ? Explanation.Kind.SPECIAL_PROCEDURE : Explanation.Kind.STOPPED,
                    pause.name,
                    0,
                    true);
        return new Days(day, day, Explanation.Kind.PARTLY, pause.name, counted, false);
    }

    private Days counted(LocalDate day, WorkingCalendar.Day described, long counted) {
        var length = described == null ? reckoning.time().day() : calendar.standardDay(day);
        var kind = described == null
                ? Explanation.Kind.COUNTED
                : switch (described.kind()) {
                    case MAKE_UP -> Explanation.Kind.MAKE_UP;
                    case SHORT -> Explanation.Kind.SHORT_DAY;
                    default -> Explanation.Kind.COUNTED;
                };
        var name = kind == Explanation.Kind.SHORT_DAY ? described.name() : "";
        return new Days(day, day, kind, name, counted, counted == length);
    }

    private record Pause(String name, boolean special) {}

    /** The interruption that was open last in a stretch of time. */
    private Pause pause(Instant from, Instant to) {
        Ledger.Entry found = null;
        Ledger.Entry open = null;
        for (var entry : ledger.entries()) {
            if (!entry.at().isBefore(to)) break;
            switch (entry.act()) {
                case SPECIAL_PROCEDURE_STARTED, STOPPED -> {
                    open = entry;
                    found = entry;
                }
                case SPECIAL_PROCEDURE_ENDED, RESUMED -> {
                    if (entry.at().isBefore(from)) found = null;
                    open = null;
                }
                default -> {}
            }
        }
        var shown = open != null ? open : found;
        if (shown == null) return new Pause("停止计时", false);
        var special = shown.act() == Ledger.Act.SPECIAL_PROCEDURE_STARTED;
        return new Pause(Wording.pause(shown), special);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
