package io.onevisit.supervision;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind a figure, from the tables themselves, until the instant up to which the figure counts. */
@Component
class FigureList {

    private static final int LARGEST_PAGE = 100;

    private final JdbcClient sql;
    private final RollUp rollUp;

    FigureList(JdbcClient sql, RollUp rollUp) {
        this.sql = sql;
        this.rollUp = rollUp;
    }

    Page of(Figure figure, Statistics.Asked asked, int page, int size) {
        Statistics.check(asked);
        var snapshot = rollUp.snapshot();
        if (snapshot == null) return new Page(List.of(), 0, null);
        var parts = new ArrayList<String>();
        figure.conditions.forEach((source, condition) -> parts.add(part(source, condition)));
        var all = String.join("\nunion all\n", parts);
        var most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        var items = bound(
                        sql.sql("select * from (" + all + ") r order by at desc, no limit :size offset :skip"),
                        asked,
                        snapshot)
                .param("size", most)
                .param("skip", (long) Math.max(page, 0) * most)
                .query(Item.class)
                .list();
        var total = bound(sql.sql("select count(*) from (" + all + ") r"), asked, snapshot)
                .query(Long.class)
                .single();
        return new Page(items, total, snapshot);
    }

    private static String part(Source source, String condition) {
        return """
                select %s as no, %s as title, x.department, coalesce(d.name, x.department) as department_name, x.region, %s as at,
                    %s as card_id
                from %s left join department d on d.code = x.department
                where %s and %s >= :start and %s < :end and %s <= :snapshot and (%s) and %s = :subject
                  and starts_with(x.region, :region) and (:department = '' or x.department = :department)
                  and (:item = '' or %s = :item)"""
                .formatted(
                        source.no,
                        source.title,
                        source.at,
                        source == Source.CARDS ? "x.id" : "null::bigint",
                        source.from,
                        source.where,
                        source.at,
                        source.at,
                        source.at,
                        condition,
                        source.subject,
                        source.item);
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, Statistics.Asked asked, Instant snapshot) {
        return statement
                .param(
                        "start",
                        Timestamp.from(asked.from().atStartOfDay(Words.CHINA).toInstant()))
                .param(
                        "end",
                        Timestamp.from(asked.until()
                                .plusDays(1)
                                .atStartOfDay(Words.CHINA)
                                .toInstant()))
                .param("snapshot", Timestamp.from(snapshot))
                .param("subject", asked.subject())
                .param("region", asked.regionPrefix())
                .param("department", asked.department())
                .param("item", asked.item());
    }

    /** The source of a figure as it can be run by hand. */
    static String statement(Figure figure) {
        var parts = new ArrayList<String>();
        figure.conditions.forEach((source, condition) -> parts.add(part(source, condition)));
        return String.join("\nunion all\n", parts);
    }

    record Item(
            String no,
            String title,
            String department,
            String departmentName,
            String region,
            Instant at,
            Long cardId) {}

    record Page(List<Item> items, long total, Instant snapshotAt) {}
}
