package io.onevisit.distribution;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.problems.PossibleDays;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases found their unit without a person, by department and period, and the list behind each figure. */
@Component
class Shares {

    static final String DEFINITION = "期间内分发的办件中，由规则直接分发且至今没有人工改派的所占比例。只计由人审查的办件；由部门业务系统办理和数据核验的不分发，不计入。";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_DAYS = 366;

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final Places places;

    Shares(JdbcClient sql, Catalogue catalogue, Places places) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.places = places;
    }

    /**
     * @param scope whose division counts
     * @param department code of the one that counts, empty for all
     */
    Report of(Reach scope, LocalDate from, LocalDate to, String department) {
        var period = period(from, to);
        var names = catalogue.departmentNames();
        var rows = sql.sql(
                        """
                        select department, count(*) as total, count(*) filter (where not corrected) as by_rule
                        from distribution where number = 1 and at >= :from and at < :to and region between :first and :last
                          and (:department = '' or department = :department)
                        group by department order by department""")
                .param("from", period.from())
                .param("to", period.to())
                .param("first", scope.first())
                .param("last", scope.last())
                .param("department", department)
                .query((row, n) -> new Row(
                        row.getString("department"),
                        names.getOrDefault(row.getString("department"), row.getString("department")),
                        row.getInt("total"),
                        row.getInt("by_rule")))
                .list();
        return new Report(DEFINITION, from, to, rows);
    }

    /** The newest cases behind a figure. */
    Listed cases(Reach scope, LocalDate from, LocalDate to, String department, Boolean corrected, int page, int size) {
        var period = period(from, to);
        var where =
                """
                from distribution d join case_file c on c.month = d.month and c.case_no = d.case_no
                where d.number = 1 and d.at >= :from and d.at < :to and d.region between :first and :last
                  and (:department = '' or d.department = :department)
                  and (:corrected::boolean is null or d.corrected = :corrected::boolean)
                """;
        var rows = sql.sql("select d.case_no, d.department, d.region, d.corrected, d.reason, d.at, c.item_name " + where
                + "order by d.at desc, d.case_no limit :size offset :start");
        var count = sql.sql("select count(*) " + where);
        for (var statement : List.of(rows, count)) {
            statement
                    .param("from", period.from())
                    .param("to", period.to())
                    .param("first", scope.first())
                    .param("last", scope.last())
                    .param("department", department)
                    .param("corrected", corrected);
        }
        return new Listed(
                rows.param("size", size)
                        .param("start", page * size)
                        .query((row, n) -> new Entry(
                                row.getString("case_no"),
                                row.getString("item_name"),
                                places.unit(row.getString("department"), row.getString("region")),
                                row.getBoolean("corrected"),
                                row.getString("reason"),
                                row.getTimestamp("at").toInstant()))
                        .list(),
                count.query(Integer.class).single());
    }

    private static Period period(LocalDate from, LocalDate to) {
        if (!PossibleDays.hold(from) || !PossibleDays.hold(to)) {
            throw Problem.invalid("period", "日期" + PossibleDays.SENTENCE).with("field", "from");
        }
        if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw Problem.invalid("period", "请选择不超过一年的期间，截止日期不早于起始日期。").with("field", "to");
        }
        return new Period(
                Timestamp.from(from.atStartOfDay(CHINA).toInstant()),
                Timestamp.from(to.plusDays(1).atStartOfDay(CHINA).toInstant()));
    }

    private record Period(Timestamp from, Timestamp to) {}

    record Report(String definition, LocalDate from, LocalDate to, List<Row> rows) {}

    /** @param byRule how many of the total no person has touched */
    record Row(String department, String departmentName, int total, int byRule) {}

    record Listed(List<Entry> items, int total) {}

    record Entry(String caseNo, String itemName, String unit, boolean corrected, String reason, Instant at) {}
}
