package io.onevisit.ratings;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of ratings, each with its definition and the list behind it, for the part of the province somebody watches. */
@Component
class RatingFigures {

    private static final Map<String, String> GROUPS =
            Map.of("department", "department", "region", "region", "month", "to_char(day, 'YYYY-MM')");

    /** The lists behind the figures; what they mean is what the figures mean. */
    private static final Map<String, String> LISTS = Map.of(
            "all", "true",
            "open", "state <> 'SETTLED'",
            "settled", "state = 'SETTLED'",
            "excluded", "excluded",
            "contact-overdue", "contact_overdue",
            "rectify-overdue", "rectify_overdue",
            "again-bad", "second_level >= 4");

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Clock time;

    RatingFigures(JdbcClient sql, Catalogue catalogue, Regions regions, Clock time) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.regions = regions;
        this.time = time;
    }

    /** The loop of the bad ratings that came in from the first to the last day, both included. */
    Loop loop(Account supervisor, LocalDate from, LocalDate to) {
        var counted = sql.sql(
                        """
                        select count(*) as bad, count(*) filter (where state = 'SETTLED') as settled,
                               count(*) filter (where excluded) as excluded,
                               count(*) filter (where contact_overdue) as contact_overdue,
                               count(*) filter (where rectify_overdue) as rectify_overdue,
                               count(*) filter (where second_level >= 4) as again_bad,
                               count(*) filter (where rater is not null) as named,
                               count(*) filter (where call_back is not null) as called_back
                        from rating where level >= 4 and rated_at >= :from and rated_at < :to and region like :region""")
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .param("region", supervisor.regionPrefix() + "%")
                .query(Counted.class)
                .single();
        return new Loop(
                counted,
                counted.bad() == 0 ? null : (double) counted.settled() / counted.bad(),
                "差评处置率 = 期内收到的差评（不满意、非常不满意）中已销号的件数 ÷ 期内收到的差评件数。" + "经复核剔除的差评已经处置，计入分子和分母；默认评价不是差评，不计入。在期限内尚未销号的计入分母。");
    }

    List<Row> list(Account supervisor, String which, LocalDate from, LocalDate to, int page, int size) {
        var condition = LISTS.get(which);
        if (condition == null) {
            throw Problem.invalid("list-unknown", "没有这个清单：" + which + "。");
        }
        var departments = catalogue.departmentNames();
        return sql.sql(
                        """
                        select no, item_name, department, region, level, state, rater is not null as named, excluded,
                               contact_overdue, rectify_overdue, rated_at, settled_at, case_no
                        from rating
                        where level >= 4 and rated_at >= :from and rated_at < :to and region like :region and """
                                + " " + condition + " order by rated_at desc, no limit :size offset :offset")
                .param("from", start(from))
                .param("to", start(to.plusDays(1)))
                .param("region", supervisor.regionPrefix() + "%")
                .param("size", size)
                .param("offset", page * size)
                .query((row, n) -> new Row(
                        row.getString("no"),
                        row.getString("item_name"),
                        row.getString("department").isEmpty()
                                ? "综合窗口"
                                : departments.getOrDefault(row.getString("department"), row.getString("department")),
                        row.getString("region"),
                        RatingLevel.of(row.getInt("level")).label(),
                        row.getString("state"),
                        RatingState.valueOf(row.getString("state")).label(),
                        row.getBoolean("named"),
                        row.getBoolean("excluded"),
                        row.getBoolean("contact_overdue"),
                        row.getBoolean("rectify_overdue"),
                        row.getTimestamp("rated_at").toInstant(),
                        row.getTimestamp("settled_at") == null
                                ? null
                                : row.getTimestamp("settled_at").toInstant(),
                        row.getString("case_no")))
                .list();
    }

    /** Counts by department, region or month; ratings left out after review do not count. */
    List<Count> counts(Account supervisor, String by, LocalDate from, LocalDate to) {
        var group = GROUPS.get(by);
        if (group == null) {
            throw Problem.invalid("group-unknown", "可以按 department、region 或 month 统计。");
        }
        var names = by.equals("department") ? catalogue.departmentNames() : Map.<String, String>of();
        return sql.sql(
                        "select " + group
                                + """
                         as key, sum(total - excluded) as total, sum(defaulted) as defaulted, sum(excluded) as excluded,
                               sum(case when level <= 3 then total - excluded else 0 end) as good,
                               sum(case when level >= 4 then total - excluded else 0 end) as bad
                        from rating_day where day between :from and :to and region like :region
                        group by 1 order by bad desc, 1""")
                .param("from", from)
                .param("to", to)
                .param("region", supervisor.regionPrefix() + "%")
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

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), RatingStore.CHINA);
    }

    private String name(String by, String key, Map<String, String> departments) {
        return switch (by) {
            case "department" -> key.isEmpty() ? "综合窗口" : departments.getOrDefault(key, key);
            case "region" -> regions.find(key).map(region -> region.name()).orElse(key);
            default -> key;
        };
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(RatingStore.CHINA).toInstant());
    }

    record Counted(
            int bad,
            int settled,
            int excluded,
            int contactOverdue,
            int rectifyOverdue,
            int againBad,
            int named,
            int calledBack) {}

    /** @param handled share of bad ratings that are settled, {@code null} where there was none */
    record Loop(Counted counted, Double handled, String definition) {}

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
            Instant ratedAt,
            Instant settledAt,
            String caseNo) {}

    record Count(String key, String name, int total, int good, int bad, int defaulted, int excluded) {}
}
