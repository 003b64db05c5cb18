package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reference: counts a clock minute by minute, straight from the rules, sharing nothing with the product. Knows 2026
 * and 2027 with a few days of other office hours; times are Chinese wall-clock minutes.
 */
final class SlowClock {

    private static final Set<LocalDate> OFF = days(
            "2026-01-01..2026-01-03",
            "2026-02-15..2026-02-23",
            "2026-04-04..2026-04-06",
            "2026-05-01..2026-05-05",
            "2026-06-19..2026-06-21",
            "2026-09-25..2026-09-27",
            "2026-10-01..2026-10-07",
            "2027-01-01..2027-01-01",
            "2027-02-05..2027-02-08",
            "2027-04-05..2027-04-05",
            "2027-05-01..2027-05-02",
            "2027-06-09..2027-06-09",
            "2027-09-15..2027-09-15",
            "2027-10-01..2027-10-03");
    private static final Set<LocalDate> MADE_UP =
            days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");

    /** Hours of days unlike the others: half days, a Saturday morning, a day with a noon break. */
    static final Map<LocalDate, List<int[]>> OTHER_HOURS = Map.of(
            LocalDate.parse("2026-02-13"), List.of(new int[] {9, 12}),
            LocalDate.parse("2026-03-14"), List.of(new int[] {9, 12}),
            LocalDate.parse("2026-04-30"), List.of(new int[] {9, 12}),
            LocalDate.parse("2026-05-20"), List.of(new int[] {9, 12}, new int[] {14, 17}),
            LocalDate.parse("2026-09-30"), List.of(new int[] {9, 12}),
            LocalDate.parse("2027-02-04"), List.of(new int[] {9, 12}));

    private static final List<int[]> USUAL = List.of(new int[] {9, 17});

    /** Minutes are taken out of the count from {@code from} until {@code to}, at most {@code minutes} counted ones. */
    record Pause(LocalDateTime from, LocalDateTime to, long minutes) {}

    private static final int MINUTES = 200 * 24 * 60;

    private final LimitUnit unit;
    private final LocalDateTime start;
    private final LocalDateTime running;
    private final List<Pause> pauses;

    /** The end of the last minute that each pause took out. */
    private final LocalDateTime[] taken;

    /** Minutes used before each minute since the start. */
    private final int[] used = new int[MINUTES + 1];

    SlowClock(LimitUnit unit, CountingRule rule, LocalDateTime start, List<Pause> pauses) {
        this.unit = unit;
        this.start = start;
        this.pauses = pauses;
        taken = new LocalDateTime[pauses.size()];
        var from = start;
        if (rule == CountingRule.NEXT_WORKDAY) {
            var day = start.toLocalDate().plusDays(1);
            while (!worked(day)) day = day.plusDays(1);
            from = day.atTime(9, 0);
        }
        running = from;
        count();
    }

    LocalDateTime running() {
        return running;
    }

    long minutesOfUnit() {
        return switch (unit) {
            case WORKING_DAY -> 8 * 60;
            case HOUR -> 60;
            case CALENDAR_DAY -> 24 * 60;
        };
    }

    long minutesOfDay() {
        return unit == LimitUnit.CALENDAR_DAY ? 24 * 60 : 8 * 60;
    }

    /** Minutes used until then. */
    int used(LocalDateTime until) {
        return used[index(until)];
    }

    /** The minute at whose end so much is used for the first time. */
    LocalDateTime reached(long minutes) {
        if (minutes <= 0) return running;
        var minute = 0;
        while (used[minute] < minutes) minute++;
        return afterPauses(start.plusMinutes(minute));
    }

    /** A light begins when more is used; where a pause begins at that very minute, that is when the pause is over. */
    private LocalDateTime afterPauses(LocalDateTime at) {
        var after = at;
        for (var i = 0; i < pauses.size(); i++)
            if (pauses.get(i).from.equals(after) && taken[i] != null) after = taken[i];
        return after;
    }

    /** The end of the break that follows an instant: the next minute that is counted. */
    LocalDateTime next(LocalDateTime at) {
        var minute = index(at);
        while (used[minute + 1] == used[minute]) minute++;
        return start.plusMinutes(minute);
    }

    private int index(LocalDateTime at) {
        return (int) Math.max(0, start.until(at, ChronoUnit.MINUTES));
    }

    private void count() {
        var left = pauses.stream().mapToLong(Pause::minutes).toArray();
        var minute = start;
        for (var n = 0; n < MINUTES; n++) {
            var counted = !minute.isBefore(running) && counts(minute);
            for (var i = 0; i < left.length && counted; i++) {
                var pause = pauses.get(i);
                if (left[i] > 0 && !minute.isBefore(pause.from) && minute.isBefore(pause.to)) {
                    left[i]--;
                    taken[i] = minute.plusMinutes(1);
                    counted = false;
                }
            }
            used[n + 1] = used[n] + (counted ? 1 : 0);
            minute = minute.plusMinutes(1);
        }
    }

    private boolean counts(LocalDateTime minute) {
        if (unit == LimitUnit.CALENDAR_DAY) return true;
        var hour = minute.getHour();
        if (hour < 9 || hour >= 17) return false;
        return hours(minute.toLocalDate()).stream().anyMatch(open -> hour >= open[0] && hour < open[1]);
    }

    private static List<int[]> hours(LocalDate day) {
        var other = OTHER_HOURS.get(day);
        if (other != null) return other;
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return MADE_UP.contains(day) || !weekend && !OFF.contains(day) ? USUAL : List.of();
    }

    static boolean worked(LocalDate day) {
        return !hours(day).isEmpty();
    }

    private static Set<LocalDate> days(String... spans) {
        var days = new TreeSet<LocalDate>();
        for (var span : spans) {
            var ends = span.split("\\.\\.");
            for (var day = LocalDate.parse(ends[0]);
                    !day.isAfter(LocalDate.parse(ends[ends.length - 1]));
                    day = day.plusDays(1)) days.add(day);
        }
        return days;
    }
}
