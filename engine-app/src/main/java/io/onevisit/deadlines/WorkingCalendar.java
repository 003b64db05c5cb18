package io.onevisit.deadlines;

import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The working time of a region: how much of it lies before an instant, and when a given amount is reached. */
public final class WorkingCalendar {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final long SECOND = 1_000_000_000L;

    private final String region;
    private final int edition;
    private final YearTable[] years;
    private final long[] before;

    WorkingCalendar(String region, int edition, List<YearPlan> plans) {
        this.region = region;
        this.edition = edition;
        years = plans.stream()
                .sorted(Comparator.comparingInt(YearPlan::year))
                .map(YearTable::new)
                .toArray(YearTable[]::new);
        if (years.length == 0) throw new IllegalArgumentException("工作日历没有任何年度：" + region);
        before = new long[years.length + 1];
        for (var i = 0; i < years.length; i++) {
            if (years[i].plan.year() != firstYear() + i)
                throw new IllegalArgumentException("工作日历缺少 " + (firstYear() + i) + " 年：" + region);
            before[i + 1] = before[i] + years[i].seconds() * SECOND;
        }
    }

    /** What a day is for counting. */
    public enum DayKind {
        WORK,
        MAKE_UP,
        SHORT,
        WEEKEND,
        HOLIDAY
    }

    /** @param name in words, e.g. 春节 */
    public record Day(DayKind kind, String name) {}

    public Day describe(LocalDate day) {
        return table(day.getYear()).plan.describe(day);
    }

    public String region() {
        return region;
    }

    public int edition() {
        return edition;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !hours(day).isEmpty();
    }

    /** Whether the instant lies within office hours. */
    public boolean open(Instant at) {
        var local = LocalDateTime.ofInstant(at, ZONE);
        var second = local.toLocalTime().toSecondOfDay();
        return hours(local.toLocalDate()).stream()
                .anyMatch(stretch -> stretch.from() <= second && second < stretch.to());
    }

    /** The first working day after the given one. */
    public LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) next = next.plusDays(1);
        return next;
    }

    /** The days off from one day to another, both included. */
    public List<LocalDate> daysOff(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(day -> !isWorkingDay(day)).toList();
    }

    /** The years whose plan is published. */
    Set<Integer> published() {
        return Arrays.stream(years)
                .map(table -> table.plan)
                .filter(YearPlan::published)
                .map(YearPlan::year)
                .collect(Collectors.toSet());
    }

    boolean holds(int year) {
        return year >= firstYear() && year < firstYear() + years.length;
    }

    /** Whether a year without a published plan is touched. */
    public boolean provisional(LocalDate from, LocalDate to) {
        for (var year = from.getYear(); year <= to.getYear(); year++)
            if (!table(year).plan.published()) return true;
        return false;
    }

    Instant opening(LocalDate day) {
        return instant(day, hours(day).get(0).from() * SECOND);
    }

    /** Nanoseconds of a standard working day in the year of the given day. */
    long standardDay(LocalDate day) {
        return Hours.seconds(table(day.getYear()).plan.hours()) * SECOND;
    }

    /** Seconds of working time from one instant to another. */
    public long workedSeconds(Instant from, Instant to) {
        return (worked(to) - worked(from)) / SECOND;
    }

    /** Working time in words, in standard days of the year of an instant: 1 个工作日又 2 小时. */
    public String inWords(long seconds, Instant when) {
        var time = Timeline.of(
                LimitUnit.WORKING_DAY, this, LocalDateTime.ofInstant(when, ZONE).toLocalDate());
        return Wording.amount(seconds * SECOND, LimitUnit.WORKING_DAY, time);
    }

    /** Nanoseconds of working time before the instant, from the beginning of the calendar. */
    long worked(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, ZONE);
        var table = table(local.getYear());
        var time = local.toLocalTime().toNanoOfDay();
        var nanos = before[local.getYear() - firstYear()] + table.secondsBefore(local.toLocalDate()) * SECOND;
        for (var stretch : table.hours(local.toLocalDate()))
            nanos += Math.max(0, Math.min(time, stretch.to() * SECOND) - stretch.from() * SECOND);
        return nanos;
    }

    /** The earliest instant before which so much working time lies: at a border the end of work. */
    Instant first(long nanos) {
        return instant(nanos, false);
    }

    /** The latest instant before which no more working time lies: at a border the next beginning of work. */
    Instant last(long nanos) {
        return instant(nanos, true);
    }

    private Instant instant(long nanos, boolean later) {
        var i = 0;
        while (i < years.length && (later ? nanos >= before[i + 1] : nanos > before[i + 1])) i++;
        if (i == years.length) throw outside(firstYear() + years.length);
        var table = years[i];
        var day = table.dayOf(nanos - before[i], later);
        var rest = nanos - before[i] - table.secondsBefore(day) * SECOND;
        for (var stretch : table.hours(day)) {
            var length = (stretch.to() - stretch.from()) * SECOND;
            if (later ? rest < length : rest <= length) return instant(day, stretch.from() * SECOND + rest);
            rest -= length;
        }
        throw new IllegalStateException("no working time left on " + day);
    }

    private static Instant instant(LocalDate day, long nanoOfDay) {
        return day.atStartOfDay(ZONE).toInstant().plusNanos(nanoOfDay);
    }

    private List<Hours> hours(LocalDate day) {
        return table(day.getYear()).hours(day);
    }

    private YearTable table(int year) {
        if (year < firstYear() || year >= firstYear() + years.length) throw outside(year);
        return years[year - firstYear()];
    }

    private int firstYear() {
        return years[0].plan.year();
    }

    private OutsideCalendar outside(int year) {
        return new OutsideCalendar(year, firstYear(), firstYear() + years.length - 1);
    }
}
