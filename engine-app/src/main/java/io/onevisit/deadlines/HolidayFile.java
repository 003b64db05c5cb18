package io.onevisit.deadlines;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A region's working calendar as people write it: {@code catalogue/holidays/<region>.yaml}.
 *
 * @param hours the usual office hours, e.g. {@code 09:00-17:00}
 */
record HolidayFile(String region, List<String> hours, List<Year> years) {

    /**
     * @param off days ({@code 2026-04-05}) and spans of days ({@code 2026-02-15..2026-02-23}) off
     * @param work weekend days worked in exchange
     * @param special days with other office hours
     * @param names what the days off are called, by day or span of days
     */
    record Year(
            int year,
            boolean published,
            String source,
            List<String> hours,
            List<String> off,
            List<String> work,
            Map<String, List<String>> special,
            Map<String, String> names) {

        /** A plan as people write it, day by day. */
        static Year of(YearPlan plan) {
            var special = new TreeMap<String, List<String>>();
            plan.special()
                    .forEach((day, hours) -> special.put(
                            day.toString(), hours.stream().map(Hours::toString).toList()));
            var names = new TreeMap<String, String>();
            plan.names().forEach((day, name) -> names.put(day.toString(), name));
            return new Year(
                    plan.year(),
                    plan.published(),
                    plan.source(),
                    plan.hours().stream().map(Hours::toString).toList(),
                    plan.off().stream().map(LocalDate::toString).sorted().toList(),
                    plan.work().stream().map(LocalDate::toString).sorted().toList(),
                    special,
                    names);
        }
    }

    static HolidayFile read(InputStream yaml) {
        try (yaml) {
            return new YAMLMapper().readValue(yaml, HolidayFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("节假日数据文件无法读取", e);
        }
    }

    List<YearPlan> plans() {
        return years.stream().map(this::plan).toList();
    }

    private YearPlan plan(Year year) {
        var special = new LinkedHashMap<LocalDate, List<Hours>>();
        if (year.special != null) year.special.forEach((day, open) -> special.put(date(day), parse(open)));
        var names = new TreeMap<LocalDate, String>();
        if (year.names != null)
            year.names.forEach((span, name) -> days(List.of(span)).forEach(day -> names.put(day, name)));
        return new YearPlan(
                year.year,
                year.published,
                year.source,
                parse(year.hours == null ? hours : year.hours),
                days(year.off),
                days(year.work),
                special,
                names);
    }

    private static List<Hours> parse(List<String> hours) {
        return hours.stream().map(Hours::parse).toList();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.trim());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“" + text + "”不是日期，应写作 2026-02-15 或 2026-02-15..2026-02-23");
        }
    }

    private static TreeSet<LocalDate> days(List<String> spans) {
        var days = new TreeSet<LocalDate>();
        for (var span : spans == null ? List.<String>of() : spans) {
            var ends = span.split("\\.\\.");
            var from = date(ends[0]);
            var to = date(ends[ends.length - 1]);
            if (to.isBefore(from)) throw new IllegalArgumentException("“" + span + "”的结束日早于开始日");
            if (to.getYear() != from.getYear()) throw new IllegalArgumentException("“" + span + "”跨了年度，请按年度分别填写");
            from.datesUntil(to.plusDays(1)).forEach(days::add);
        }
        return days;
    }
}
