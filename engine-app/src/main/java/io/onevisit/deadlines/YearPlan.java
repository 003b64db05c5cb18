package io.onevisit.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One year of a region's working calendar, as the yearly notice states it.
 *
 * @param published false while the State Council's notice for the year is not out; results are then provisional
 * @param hours the usual office hours
 * @param off days off beside the weekends
 * @param work weekend days worked in exchange (调休上班)
 * @param special days with other office hours, e.g. half days
 * @param names what days off are called, for people to read
 */
record YearPlan(
        int year,
        boolean published,
        String source,
        List<Hours> hours,
        Set<LocalDate> off,
        Set<LocalDate> work,
        Map<LocalDate, List<Hours>> special,
        Map<LocalDate, String> names) {

    YearPlan {
        hours = ordered(hours);
        off = Set.copyOf(off);
        work = Set.copyOf(work);
        special = Map.copyOf(special);
        names = Map.copyOf(names);
        if (hours.isEmpty()) throw new IllegalArgumentException(year + " 年的工作日历没有办公时间");
        for (var day : off) check(day, year);
        for (var day : work) {
            check(day, year);
            if (off.contains(day)) throw new IllegalArgumentException(day + " 不能既放假又上班");
        }
        for (var day : special.keySet()) check(day, year);
    }

    YearPlan(
            int year,
            boolean published,
            String source,
            List<Hours> hours,
            Set<LocalDate> off,
            Set<LocalDate> work,
            Map<LocalDate, List<Hours>> special) {
        this(year, published, source, hours, off, work, special, Map.of());
    }

    /** Whether both plans count the same, whatever their days are called. */
    boolean countsAs(YearPlan other) {
        return equals(new YearPlan(
                other.year, other.published, other.source, other.hours, other.off, other.work, other.special, names));
    }

    List<Hours> hoursOf(LocalDate day) {
        if (off.contains(day)) return Hours.NONE;
        var other = special.get(day);
        if (other != null) return ordered(other);
        return weekend(day) && !work.contains(day) ? Hours.NONE : hours;
    }

    /** What kind of day it is, and what a day off is called. */
    WorkingCalendar.Day describe(LocalDate day) {
        var hours = hoursOf(day);
        if (hours.isEmpty())
            return off.contains(day)
                    ? new WorkingCalendar.Day(WorkingCalendar.DayKind.HOLIDAY, names.getOrDefault(day, "节假日"))
                    : new WorkingCalendar.Day(WorkingCalendar.DayKind.WEEKEND, "周末");
        if (weekend(day)) return new WorkingCalendar.Day(WorkingCalendar.DayKind.MAKE_UP, "调休上班");
        return Hours.seconds(hours) == Hours.seconds(this.hours)
                ? new WorkingCalendar.Day(WorkingCalendar.DayKind.WORK, "工作日")
                : new WorkingCalendar.Day(WorkingCalendar.DayKind.SHORT, "当日办公时间 " + hours);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<Hours> ordered(List<Hours> hours) {
        for (var i = 1; i < hours.size(); i++)
            if (hours.get(i).from() < hours.get(i - 1).to())
                throw new IllegalArgumentException("办公时间段重叠或顺序有误：" + hours);
        return List.copyOf(hours);
    }

    private static void check(LocalDate day, int year) {
        if (day.getYear() != year) throw new IllegalArgumentException(day + " 不属于 " + year + " 年的安排");
    }
}
