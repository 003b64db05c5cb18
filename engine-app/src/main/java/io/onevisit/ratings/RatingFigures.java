package io.onevisit.ratings;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of ratings, each with its definition and the list behind it, for the part of the province somebody watches. */
@Component
class RatingFigures {

    /** What a figure may be split by, as the column of {@code rating} and of {@code rating_day}. */
    private static final Map<String, String> PARTS = Map.of("department", "department", "region", "region");

    private static final Map<String, String> GROUPS =
            Map.of("department", "department", "region", "region", "month", "to_char(day, 'YYYY-MM')");

    /** The lists behind the figures; what they mean is what the figures mean. */
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("all", "true"),
            Map.entry("open", "state <> 'SETTLED'"),
            Map.entry("settled", "state = 'SETTLED'"),
            Map.entry("excluded", "excluded"),
            Map.entry("contact-overdue", "contact_overdue"),
            Map.entry("rectify-overdue", "rectify_overdue"),
            Map.entry("again-bad", "again_bad"),
            Map.entry("reopened", "reopened_at is not null"),
            Map.entry("concluded", "concluded_at is not null"),
            Map.entry(
                    "not-called",
                    "rater is not null and reply is not null and call_back is null and reopened_at is null"));

    private static final String COUNTED =
            """
             count(*) as bad, count(*) filter (where state = 'SETTLED') as settled,
                   count(*) filter (where excluded) as excluded,
                   count(*) filter (where contact_overdue) as contact_overdue,
                   count(*) filter (where rectify_overdue) as rectify_overdue,
                   count(*) filter (where again_bad) as again_bad,
                   count(*) filter (where reopened_at is not null) as reopened,
                   count(*) filter (where concluded_at is not null) as concluded,
                   count(*) filter (where rater is not null and (reply is not null or reopened_at is not null)) as to_call,
                   count(*) filter (where call_back is not null or reopened_at is not null) as called_back
            """;

    private static final String ASKED =
            """
             from rating where level >= 4 and rated_at >= :from and rated_at < :to and region between :first and :last
               and (:department = '' or department = case :department when '-' then '' else :department end)
            """;

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final Regions regions;

    RatingFigures(JdbcClient sql, Catalogue catalogue, Regions regions) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** The loop of the bad ratings that came in on these days. */
    Loop loop(Asked asked) {
        var counted = asked.of(sql.sql("select" + COUNTED + ASKED))
                .query(Counted.class)
                .single();
        return new Loop(
                counted,
                counted.handled(),
                counted.called(),
                "差评处置率 = 期内收到的差评（不满意、非常不满意）中已销号的件数 ÷ 期内收到的差评件数。经复核剔除的差评已经处置，计入分子和分母；默认评价不是差评，不计入。"
                        + "在期限内尚未销号的、评价人仍不满意退回重新整改的计入分母，重新整改或者监察结案之后才计入分子。");
    }

    /** The same, split by who answers for it. */
    List<Part> parts(Asked asked, String by) {
        var column = PARTS.get(by);
        if (column == null) {
            throw Problem.invalid("group-unknown", "可以按 department 或 region 细分。")
                    .with("field", "by");
        }
        var names = by.equals("department") ? catalogue.departmentNames() : Map.<String, String>of();
        return asked.of(sql.sql("select " + column + " as key," + COUNTED + ASKED + " group by 1 order by bad desc, 1"))
                .query((row, n) -> {
                    var key = row.getString("key");
                    return new Part(key.isEmpty() ? "-" : key, name(by, key, names), counted(row));
                })
                .list();
    }

    List<Row> list(Asked asked, String which, int page, int size) {
        var condition = LISTS.get(which);
        if (condition == null) {
            throw Problem.invalid("list-unknown", "没有这个清单：" + which + "。").with("field", "which");
        }
        var departments = catalogue.departmentNames();
        return asked.of(sql.sql(
                        """
                                select no, item_name, department, region, level, state, rater is not null as named, excluded,
                                       contact_overdue, rectify_overdue, reopened_at is not null as reopened,
                                       conclusion_proper, rated_at, settled_at, case_no
                                """
                                + ASKED + " and " + condition
                                + " order by rated_at desc, no limit :size offset :offset"))
                .param("size", size)
                .param("offset", page * size)
                .query((row, n) -> new Row(
                        row.getString("no"),
                        row.getString("item_name"),
                        name("department", row.getString("department"), departments),
                        row.getString("region"),
                        RatingLevel.of(row.getInt("level")).label(),
                        row.getString("state"),
                        RatingState.valueOf(row.getString("state")).label(),
                        row.getBoolean("named"),
                        row.getBoolean("excluded"),
                        row.getBoolean("contact_overdue"),
                        row.getBoolean("rectify_overdue"),
                        row.getBoolean("reopened"),
                        row.getObject("conclusion_proper", Boolean.class),
                        row.getTimestamp("rated_at").toInstant(),
                        row.getTimestamp("settled_at") == null
                                ? null
                                : row.getTimestamp("settled_at").toInstant(),
                        row.getString("case_no")))
                .list();
    }

    /** Counts by department, region or month; ratings left out after review do not count. */
    List<Count> counts(Account supervisor, String by, Span span) {
        var group = GROUPS.get(by);
        if (group == null) {
            throw Problem.invalid("group-unknown", "可以按 department、region 或 month 统计。")
                    .with("field", "by");
        }
        var names = by.equals("department") ? catalogue.departmentNames() : Map.<String, String>of();
        return sql.sql(
                        "select " + group
                                + """
                         as key, sum(total - excluded) as total, sum(defaulted) as defaulted, sum(excluded) as excluded,
                               sum(case when level <= 3 then total - excluded else 0 end) as good,
                               sum(case when level >= 4 then total - excluded else 0 end) as bad
                        from rating_day where day between :from and :to and region between :first and :last
                        group by 1 order by bad desc, 1""")
                .param("from", span.from())
                .param("to", span.to())
                .param("first", Reach.of(supervisor).first())
                .param("last", Reach.of(supervisor).last())
                .query((row, n) -> {
                    var key = row.getString("key");
                    return new Count(
                            key,
                            name(by, key, names),
                            row.getInt("total"),
                            row.getInt("good"),
                            row.getInt("bad"),
                            row.getInt("defaulted"),
                            row.getInt("excluded"));
                })
                .list();
    }

    private String name(String by, String key, Map<String, String> departments) {
        return switch (by) {
            case "department" -> key.isEmpty() ? "综合窗口" : departments.getOrDefault(key, key);
            case "region" -> regions.find(key).map(region -> region.name()).orElse(key);
            default -> key;
        };
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getInt("bad"),
                row.getInt("settled"),
                row.getInt("excluded"),
                row.getInt("contact_overdue"),
                row.getInt("rectify_overdue"),
                row.getInt("again_bad"),
                row.getInt("reopened"),
                row.getInt("concluded"),
                row.getInt("to_call"),
                row.getInt("called_back"));
    }

    /**
     * Which ratings.
     *
     * @param region a division or the one it lies in; those outside of what the supervisor watches are none
     * @param department its code, {@code -} for the service window, the empty text for all
     */
    record Asked(Account supervisor, Span span, String region, String department) {

        JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement) {
            var own = RegionCode.of(supervisor.region());
            var wanted = region.isEmpty() ? own : RegionCode.of(region);
            var shown = own.holds(wanted.code()) ? wanted : wanted.holds(own.code()) ? own : RegionCode.of("");
            return statement
                    .param("from", span.start())
                    .param("to", span.end())
                    .param("first", shown.prefix())
                    .param("last", shown.last())
                    .param("department", department);
        }
    }

    record Counted(
            int bad,
            int settled,
            int excluded,
            int contactOverdue,
            int rectifyOverdue,
            int againBad,
            int reopened,
            int concluded,
            int toCall,
            int calledBack) {

        /** Share of bad ratings that are settled, {@code null} where there was none. */
        Double handled() {
            return bad == 0 ? null : (double) settled / bad;
        }

        /** Share of the answered named ones whose rater was called back (实名差评回访率). */
        Double called() {
            return toCall == 0 ? null : (double) calledBack / toCall;
        }
    }

    record Loop(Counted counted, Double handled, Double called, String definition) {}

    /** @param key as {@link Asked} takes it */
    record Part(String key, String name, Counted counted) {}

    /** @param proper what the supervisor concluded of the unit's handling, {@code null} where it didn't come to that */
    record Row(
            String no,
            String itemName,
            String departmentName,
            String region,
            String level,
            String state,
            String stateLabel,
            boolean named,
            boolean excluded,
            boolean contactOverdue,
            boolean rectifyOverdue,
            boolean reopened,
            Boolean proper,
            Instant ratedAt,
            Instant settledAt,
            String caseNo) {}

    record Count(String key, String name, int total, int good, int bad, int defaulted, int excluded) {}
}
