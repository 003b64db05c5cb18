package io.onevisit.deadlines;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A year's plan made fast: office hours by day and the working seconds before each day. */
final class YearTable {

    final YearPlan plan;
    private final List<Hours>[] hours;
    private final int[] before;

    @SuppressWarnings("unchecked")
    YearTable(YearPlan plan) {
        this.plan = plan;
        var days = LocalDate.of(plan.year(), 1, 1).lengthOfYear();
        hours = new List[days];
        before = new int[days + 1];
        for (var day = 0; day < days; day++) {
            hours[day] = plan.hoursOf(LocalDate.ofYearDay(plan.year(), day + 1));
            before[day + 1] = before[day] + Hours.seconds(hours[day]);
        }
    }

    List<Hours> hours(LocalDate day) {
        return hours[day.getDayOfYear() - 1];
    }

    int secondsBefore(LocalDate day) {
        return before[day.getDayOfYear() - 1];
    }

    int seconds() {
        return before[hours.length];
    }

    /** The day in whose hours the given nanosecond of working time falls; a border belongs to the later day if asked. */
    LocalDate dayOf(long nanos, boolean later) {
        var second = Math.floorDiv(nanos, WorkingCalendar.SECOND);
        var exact = Math.floorMod(nanos, WorkingCalendar.SECOND) == 0;
        // The last day with before <= second (later), or the last one with before < nanos (earlier).
        var wanted = (int) (exact && !later ? second - 1 : second);
        var place = Arrays.binarySearch(before, wanted);
        if (place < 0) place = -place - 2;
        while (place + 1 < before.length && before[place + 1] == before[place]) place++;
        return LocalDate.ofYearDay(plan.year(), Math.min(place, hours.length - 1) + 1);
    }
}
