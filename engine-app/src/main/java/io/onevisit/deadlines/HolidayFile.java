package io.onevisit.deadlines;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     */
    record Year(
            int year,
            boolean published,
            String source,
            List<String> hours,
            List<String> off,
            List<String> work,
            Map<String, List<String>> special) {}

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
        if (year.special != null) year.special.forEach((day, open) -> special.put(LocalDate.parse(day), parse(open)));
        return new YearPlan(
                year.year,
                year.published,
                year.source,
                parse(year.hours == null ? hours : year.hours),
                days(year.off),
                days(year.work),
                special);
    }

    private static List<Hours> parse(List<String> hours) {
        return hours.stream().map(Hours::parse).toList();
    }

    private static TreeSet<LocalDate> days(List<String> spans) {
        var days = new TreeSet<LocalDate>();
        for (var span : spans == null ? List.<String>of() : spans) {
            var ends = span.split("\\.\\.");
            var from = LocalDate.parse(ends[0].trim());
            var to = LocalDate.parse(ends[ends.length - 1].trim());
            from.datesUntil(to.plusDays(1)).forEach(days::add);
        }
        return days;
    }
}
