package io.onevisit.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds items by words, region, department and type, a page at a time. */
@Component
class ItemSearch {

    static final int PAGE = 20;

    private static final String MATCHING =
            """
            from (select distinct on (code) * from service_item
                where region = any (:regions) and (:all or status <> 'WITHDRAWN')
                    and (:all or effective_from is null or effective_from <= :today)
                order by code, length(region) desc, region desc, edition desc) i
            join department d on d.code = i.department
            where (:all or i.effective_to is null or i.effective_to >= :today)
                and (:department = '' or i.department = :department)
                and (:type = '' or i.item_type = :type)
                and (:audience = '' or :audience = any (i.audience))
                and (:status = '' or i.status = :status)
                and not exists (select from unnest(:words::text[]) w where not (i.name || ' ' || i.code || ' ' || d.name || ' '
                    || coalesce(i.task_code, '') || ' ' || coalesce(i.elements ->> 'keywords', '')) ilike '%' || w || '%')
            """;

    private final JdbcClient sql;
    private final Clock time;

    ItemSearch(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    /**
     * What to look for; empty texts mean any.
     *
     * @param all also what is withdrawn, cancelled or not in force yet, as analysts need it
     */
    record Query(
            String q,
            String region,
            String department,
            String type,
            String audience,
            String status,
            boolean all,
            int page) {}

    record Row(
            String code,
            String region,
            int edition,
            String name,
            String department,
            String departmentName,
            String itemType,
            String projectType,
            List<String> audience,
            int promised,
            String unit,
            String form,
            ItemStatus status,
            String statusReason,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    record Found(int total, int page, int pages, List<Row> items) {}

    Found find(Query query) {
        var total =
                asked("select count(*) " + MATCHING, query).query(Integer.class).single();
        var pages = Math.max(1, (total + PAGE - 1) / PAGE);
        var page = Math.min(Math.max(1, query.page()), pages);
        var rows = asked(
                        "select i.*, d.name as department_name, least(i.promised, (select min((o.elements ->> 'promised')::int)"
                                + " from (select distinct on (region) elements from item_overlay where code = i.code"
                                + " and region = any (:regions) and effective_from <= :today order by region, edition desc) o)) as promise "
                                + MATCHING + " order by i.code limit " + PAGE + " offset " + (page - 1) * PAGE,
                        query)
                .query((row, n) -> new Row(
                        row.getString("code"),
                        row.getString("region"),
                        row.getInt("edition"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getString("department_name"),
                        row.getString("item_type"),
                        row.getString("project_type"),
                        List.of((String[]) row.getArray("audience").getArray()),
                        row.getInt("promise"),
                        row.getString("unit"),
                        row.getString("form"),
                        ItemStatus.valueOf(row.getString("status")),
                        row.getString("status_reason"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)))
                .list();
        return new Found(total, page, pages, rows);
    }

    /** Codes of everything that matches, for an export. */
    List<String> codes(Query query) {
        return asked("select i.code " + MATCHING + " order by i.code", query)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String statement, Query query) {
        return sql.sql(statement)
                .param("regions", RegionCode.of(query.region()).lineage().toArray(String[]::new))
                .param("all", query.all())
                .param("today", Catalogue.day(time.instant()))
                .param("department", query.department())
                .param("type", query.type())
                .param("audience", query.audience())
                .param("status", query.status())
                .param("words", words(query.q()));
    }

    private static String[] words(String q) {
        return q.isBlank()
                ? new String[0]
                : q.strip().replaceAll("[%_\\\\]", "\\\\$0").split("\\s+");
    }
}
