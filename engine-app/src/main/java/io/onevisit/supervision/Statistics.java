package io.onevisit.supervision;

import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final String WHERE =
            """
            where s.subject = :subject and starts_with(s.region, :region)
              and (:department = '' or s.department = :department) and (:item = '' or s.item_code = :item)""";

    private final JdbcClient sql;
    private final RollUp rollUp;

    Statistics(JdbcClient sql, RollUp rollUp) {
        this.sql = sql;
        this.rollUp = rollUp;
    }

    Table of(Asked asked) {
        check(asked);
        var names = asked.by.names;
        var rows = bound(
                        sql.sql(
                                "select coalesce(n.name, g.key) as name, g.* from (select %s as key, %s from %s %s group by 1) g left join (%s) n on n.key = g.key order by g.key"
                                        .formatted(asked.by.key(asked), SUMS, SPAN, WHERE, names)),
                        asked)
                .query(Statistics::row)
                .list();
        var total = bound(sql.sql("select '' as key, '' as name, %s from %s %s".formatted(SUMS, SPAN, WHERE)), asked)
                .query(Statistics::row)
                .single();
        return new Table(
                asked.from,
                asked.until,
                rollUp.snapshot(),
                rows.stream().map(Row::shown).toList(),
                total.shown(),
                everSince(asked));
    }

    /** 累计受理, 累计办结: from the very first day until the end of the span. */
    private Ever everSince(Asked asked) {
        var month = asked.until.withDayOfMonth(1);
        return sql.sql(
                        """
                        select coalesce(sum(accepted), 0) as accepted,
                            coalesce(sum(closed_normal + closed_returned + closed_voided + closed_deleted), 0) as closed
                        from (select month as day, subject, region, department, item_code, accepted, closed_normal, closed_returned, closed_voided, closed_deleted
                                from stat_month where month < :month
                            union all select day, subject, region, department, item_code, accepted, closed_normal, closed_returned, closed_voided, closed_deleted
                                from stat_day where day >= :month and day <= :until) s
                        """
                                + WHERE)
                .param("month", month)
                .param("until", asked.until)
                .param("subject", asked.subject)
                .param("region", asked.regionPrefix)
                .param("department", asked.department)
                .param("item", asked.item)
                .query(Ever.class)
                .single();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Asked asked) {
        var months = asked.from.getDayOfMonth() == 1
                ? asked.from
                : asked.from.withDayOfMonth(1).plusMonths(1);
        var monthsEnd = asked.until.plusDays(1).withDayOfMonth(1);
        var whole = asked.wholeMonths() && months.isBefore(monthsEnd);
        return statement
                .param("from", asked.from)
                .param("until", asked.until)
                .param("months", whole ? months : asked.until.plusDays(1))
                .param("monthsEnd", whole ? monthsEnd : asked.until.plusDays(1))
                .param("subject", asked.subject)
                .param("region", asked.regionPrefix)
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
        return new Row(row.getString("key"), row.getString("name"), columns);
    }

    /** What the rows of the table are. */
    enum By {
        REGION("", "select code as key, name from region"),
        DEPARTMENT("s.department", "select code as key, name from department"),
        ITEM(
                "s.item_code",
                "select distinct on (code) code as key, name from service_item order by code, edition desc"),
        PERIOD("", "select null::text as key, null::text as name where false");

        private final String expression;
        private final String names;

        By(String expression, String names) {
            this.expression = expression;
            this.names = names;
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
     * @param until the last day included
     */
    record Asked(
            By by,
            Period period,
            String subject,
            String regionPrefix,
            String department,
            String item,
            LocalDate from,
            LocalDate until) {

        private boolean wholeMonths() {
            return by != By.PERIOD || period.compareTo(Period.MONTH) >= 0;
        }
    }

    private record Row(String key, String name, Map<Column, Long> columns) {

        Shown shown() {
            var figures = new LinkedHashMap<String, Double>();
            for (var figure : Figure.values()) {
                var value = figure.of(columns);
                figures.put(figure.name(), Double.isNaN(value) ? null : value);
            }
            return new Shown(key, name, figures);
        }
    }

    /** @param figures by name of the {@link Figure}; {@code null} where there is nothing to divide by */
    record Shown(String key, String name, Map<String, Double> figures) {}

    record Ever(long accepted, long closed) {}

    /** @param snapshotAt until when everything is counted; {@code null} before the first sweep */
    record Table(LocalDate from, LocalDate until, Instant snapshotAt, List<Shown> rows, Shown total, Ever ever) {}
}
