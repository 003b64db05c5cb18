package io.onevisit.supervision;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.engine.RowView;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind a figure, from the tables themselves, until the instant up to which the figure counts. */
@Component
class FigureList {

    private static final int LARGEST_PAGE = 100;
    static final int LONGEST_TABLE = 10_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final JdbcClient sql;
    private final RollUp rollUp;

    FigureList(JdbcClient sql, RollUp rollUp) {
        this.sql = sql;
        this.rollUp = rollUp;
    }

    Page of(Figure figure, Statistics.Asked asked, int page, int size) {
        return of(figure, asked, (long) Math.max(page, 0) * size(size), size(size));
    }

    /** The first rows for a spreadsheet, many more than a page shows. */
    Page table(Figure figure, Statistics.Asked asked) {
        return of(figure, asked, 0L, LONGEST_TABLE);
    }

    private static int size(int asked) {
        return Math.min(Math.max(asked, 1), LARGEST_PAGE);
    }

    private Page of(Figure figure, Statistics.Asked span, long skip, int most) {
        Statistics.check(span);
        var asked = figure.isEver() ? span.since(FIRST_DAY) : span;
        var snapshot = rollUp.snapshot();
        if (snapshot == null) return new Page(List.of(), 0, false, null);
        var items = bound(
                        sql.sql(
                                """
                                select r.*, coalesce(d.name, r.department) as department_name
                                from (%s) r left join department d on d.code = r.department
                                order by at desc, no limit :size offset :skip"""
                                        .formatted(newest(figure))),
                        asked,
                        snapshot)
                .param("most", skip + most)
                .param("size", most)
                .param("skip", skip)
                .query(Item.class)
                .list();
        // a figure, counted from indexes alone within the region asked for, which row security would read rows for
        int total =
                RowView.whole(() -> bound(sql.sql("select count(*) from (" + newest(figure) + ") r"), asked, snapshot)
                        .param("most", LONGEST_TABLE + 1)
                        .query(Integer.class)
                        .single());
        return new Page(items, Math.min(total, LONGEST_TABLE), total > LONGEST_TABLE, snapshot);
    }

    /** The newest rows of each source, read in their order from its index, however many there are behind them. */
    private static String newest(Figure figure) {
        return figure.conditions.entrySet().stream()
                .map(source -> "(select * from (%s) p order by at desc, no limit :most)"
                        .formatted(part(source.getKey(), source.getValue())))
                .collect(Collectors.joining("\nunion all\n"));
    }

    private static String part(Source source, String condition) {
        return """
                select %s as no, %s as title, x.department, x.region, %s as at, %s as card_id
                from %s
                where %s and %s >= :start and %s < :end and %s <= :snapshot and (%s) and %s = :subject
                  and x.region between :first and :last and (:exact = '' or left(x.region, 6) = :exact)
                  and (:department = '' or x.department = case :department when '-' then '' else :department end)
                  and (:item = '' or %s = case :item when '-' then '' else :item end)"""
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
                .param("first", asked.regionPrefix())
                .param("last", RegionCode.last(asked.regionPrefix()))
                .param("exact", asked.exact())
                .param("department", asked.department())
                .param("item", asked.item());
    }

    /** The source of a figure as it can be run by hand. */
    static String statement(Figure figure) {
        return figure.conditions.entrySet().stream()
                .map(source -> part(source.getKey(), source.getValue()))
                .collect(Collectors.joining("\nunion all\n"));
    }

    record Item(
            String no,
            String title,
            String department,
            String departmentName,
            String region,
            Instant at,
            Long cardId) {}

    /**
     * @param total how many there are, {@value #LONGEST_TABLE} at most
     * @param more whether there are more than that
     */
    record Page(List<Item> items, int total, boolean more, Instant snapshotAt) {}
}
