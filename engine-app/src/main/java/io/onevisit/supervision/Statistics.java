package io.onevisit.supervision;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of supervision of a span of days, by place, department, item or period: read from the roll-ups only. */
@Component
class Statistics {

    private static final int LONGEST_YEARS = 10;

    private static final String SUMS = Column.all().stream()
            .map(c -> "coalesce(sum(s." + c.column() + "), 0) as " + c.column())
            .collect(Collectors.joining(", "));

    /** Whole months of the span are read as months, the days at its ends as days. */
    private static final String SPAN =
            """
            (select day, subject, region, department, item_code, %1$s from stat_day
                where day >= :from and day <= :until and (day < :months or day >= :monthsEnd)
             union all select month, subject, region, department, item_code, %1$s from stat_month
                where month >= :months and month < :monthsEnd) s"""
                    .formatted(Column.names());

    /** Everything until a day: whole months before its own, and the days of its own. */
    private static final String EVER =
            """
            (select month as day, subject, region, department, item_code, %1$s from stat_month where month < :month
             union all select day, subject, region, department, item_code, %1$s from stat_day where day >= :month and day <= :until) s"""
                    .formatted(Column.names());

    private static final String WHERE =
            """
            where s.subject = :subject and s.region between :first and :last and (:exact = '' or left(s.region, 6) = :exact)
              and (:department = '' or s.department = case :department when '-' then '' else :department end)
              and (:item = '' or s.item_code = case :item when '-' then '' else :item end)""";

    private static final Map<Column, Long> NOTHING = Column.all().stream().collect(Collectors.toMap(c -> c, c -> 0L));

    private final JdbcClient sql;
    private final RollUp rollUp;

    Statistics(JdbcClient sql, RollUp rollUp) {
        this.sql = sql;
        this.rollUp = rollUp;
    }

    Table of(Asked asked) {
        check(asked);
        var span = sums(asked, SPAN, asked.until).stream().collect(byKey());
        var ever = asked.by == By.PERIOD
                ? running(asked, span)
                : sums(asked, EVER, asked.until).stream().collect(byKey());
        var keys = new TreeSet<>(span.keySet());
        keys.addAll(ever.keySet());
        var names = names(asked.by);
        var total = new Shown("", "", figures(total(asked, SPAN, asked.until), total(asked, EVER, asked.until)), false);
        return new Table(
                asked.from,
                asked.until,
                rollUp.snapshot(),
                keys.stream()
                        .map(key -> {
                            var own = asked.by == By.REGION && key.equals(asked.ownLevel());
                            var name = key.isEmpty() ? asked.by.none : names.getOrDefault(key, key);
                            return new Shown(
                                    key,
                                    own ? name + "本级" : name,
                                    figures(span.getOrDefault(key, NOTHING), ever.getOrDefault(key, NOTHING)),
                                    own);
                        })
                        .toList(),
                total,
                new Ever(
                        total.figures.get(Figure.EVER_ACCEPTED.name()).longValue(),
                        total.figures.get(Figure.EVER_CLOSED.name()).longValue()));
    }

    /** From the first day to the end of each period: what was before the span, and one period after the other. */
    private Map<String, Map<Column, Long>> running(Asked asked, Map<String, Map<Column, Long>> span) {
        var sum = new EnumMap<>(total(asked, EVER, asked.from.minusDays(1)));
        var ever = new HashMap<String, Map<Column, Long>>();
        for (var key : new TreeSet<>(span.keySet())) {
            span.get(key).forEach((column, more) -> sum.merge(column, more, Long::sum));
            ever.put(key, Map.copyOf(sum));
        }
        return ever;
    }

    private List<Row> sums(Asked asked, String span, LocalDate until) {
        return bound(
                        sql.sql("select %s as key, %s from %s %s group by 1"
                                .formatted(asked.by.key(asked), SUMS, span, WHERE)),
                        asked,
                        until)
                .query(Statistics::row)
                .list();
    }

    private Map<Column, Long> total(Asked asked, String span, LocalDate until) {
        return bound(sql.sql("select '' as key, %s from %s %s".formatted(SUMS, span, WHERE)), asked, until)
                .query(Statistics::row)
                .single()
                .columns;
    }

    private Map<String, String> names(By by) {
        return by.names.isEmpty()
                ? Map.of()
                : sql
                        .sql(by.names)
                        .query((row, n) -> Map.entry(row.getString("key"), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Double> figures(Map<Column, Long> span, Map<Column, Long> ever) {
        var figures = new LinkedHashMap<String, Double>();
        for (var figure : Figure.values()) {
            var value = figure.of(figure.isEver() ? ever : span);
            figures.put(figure.name(), Double.isNaN(value) ? null : value);
        }
        return figures;
    }

    private static Collector<Row, ?, Map<String, Map<Column, Long>>> byKey() {
        return Collectors.toMap(row -> row.key, row -> row.columns);
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Asked asked, LocalDate ever) {
        var months = asked.from.getDayOfMonth() == 1
                ? asked.from
                : asked.from.withDayOfMonth(1).plusMonths(1);
        var monthsEnd = asked.until.plusDays(1).withDayOfMonth(1);
        var whole = asked.wholeMonths() && months.isBefore(monthsEnd);
        return statement
                .param("from", asked.from)
                .param("until", ever)
                .param("month", ever.withDayOfMonth(1))
                .param("months", whole ? months : asked.until.plusDays(1))
                .param("monthsEnd", whole ? monthsEnd : asked.until.plusDays(1))
                .param("subject", asked.subject)
                .param("first", asked.regionPrefix)
                .param("last", RegionCode.last(asked.regionPrefix))
                .param("exact", asked.exact)
                .param("department", asked.department)
                .param("item", asked.item);
    }

    static void check(Asked asked) {
        if (asked.from == null || asked.until == null || asked.until.isBefore(asked.from))
            throw Problem.invalid("span", "请填写起止日期，截止日期不能早于开始日期。");
        if (asked.from.isBefore(LocalDate.of(1900, 1, 1)) || asked.until.isAfter(LocalDate.of(2200, 12, 31)))
            throw Problem.invalid("span", "日期应在 1900 年至 2200 年之间。");
        if (asked.from.plusYears(LONGEST_YEARS).isBefore(asked.until))
            throw Problem.invalid("span", "一次最多统计 " + LONGEST_YEARS + " 年，请缩短期间。");
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var columns = new EnumMap<Column, Long>(Column.class);
        for (var column : Column.all()) columns.put(column, row.getLong(column.column()));
        return new Row(row.getString("key"), columns);
    }

    /** What the rows of the table are. */
    enum By {
        REGION("区划", "", "select code as key, name from region", ""),
        DEPARTMENT("部门", "s.department", "select code as key, name from department", "没有确定部门"),
        ITEM(
                "事项",
                "s.item_code",
                "select distinct on (code) code as key, name from service_item order by code, edition desc",
                "不涉及事项"),
        PERIOD("时段", "", "", "");

        final String label;
        private final String expression;
        private final String names;
        private final String none;

        By(String label, String expression, String names, String none) {
            this.label = label;
            this.expression = expression;
            this.names = names;
            this.none = none;
        }

        /** A province is shown by cities, a city by counties. */
        private String key(Asked asked) {
            return switch (this) {
                case REGION -> asked.regionPrefix.length() <= 2 ? "region_city(s.region)" : "left(s.region, 6)";
                case PERIOD ->
                    "to_char(date_trunc('" + asked.period.name().toLowerCase(Locale.ROOT) + "', s.day), 'YYYY-MM-DD')";
                default -> expression;
            };
        }
    }

    /** Spans that a table by period is cut into. */
    enum Period {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * @param subject CASE, CONSULTATION, COMPLAINT or OTHER
     * @param regionPrefix leading digits of the regions seen
     * @param exact only this place itself, without those in it; the empty text for all
     * @param department the empty text for all, a hyphen for what has none; the same for the item
     * @param until the last day included
     */
    record Asked(
            By by,
            Period period,
            String subject,
            String regionPrefix,
            String exact,
            String department,
            String item,
            LocalDate from,
            LocalDate until) {

        Asked since(LocalDate first) {
            return new Asked(by, period, subject, regionPrefix, exact, department, item, first, until);
        }

        private boolean wholeMonths() {
            return by != By.PERIOD || period.compareTo(Period.MONTH) >= 0;
        }

        /** The row of the province itself among its cities, of a city itself among its counties. */
        private String ownLevel() {
            return regionPrefix.length() >= 6 ? "" : (regionPrefix + "0000").substring(0, 6);
        }
    }

    private record Row(String key, Map<Column, Long> columns) {}

    /**
     * @param figures by name of the {@link Figure}; {@code null} where there is nothing to divide by
     * @param own the row of the province or city itself, without the places in it
     */
    record Shown(String key, String name, Map<String, Double> figures, boolean own) {}

    record Ever(long accepted, long closed) {}

    /** @param snapshotAt until when everything is counted; {@code null} before the first sweep */
    record Table(LocalDate from, LocalDate until, Instant snapshotAt, List<Shown> rows, Shown total, Ever ever) {}
}
