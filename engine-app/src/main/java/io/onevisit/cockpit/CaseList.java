package io.onevisit.cockpit;

import io.onevisit.cases.CaseState;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases a supervisor looks through, those soonest due first. */
@Component
class CaseList {

    /** The light of a case {@code c} as it shines at {@code :now}; an ended clock shines no more. */
    static final String LIGHT =
            """
            case when c.clock_finished_at is not null or c.yellow_at is null then 'NONE'
                 when :now > c.red_at then 'RED' when :now > c.yellow_at then 'YELLOW'
                 when :now > c.blue_at then 'BLUE' else 'NONE' end""";

    private static final int LARGEST_PAGE = 100;

    private final JdbcClient sql;
    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Clock time;

    CaseList(JdbcClient sql, Clocks clocks, Catalogue catalogue, Clock time) {
        this.sql = sql;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.time = time;
    }

    Page page(Scope scope, Filter filter, int page, int size) {
        var from =
                """
                from case_file c join application a on a.application_no = c.application_no and a.month = c.month
                where c.region like :region
                  and (:light = '' or %s = :light)
                  and (:state = '' or (:state = 'OPEN' and c.closed_at is null)
                       or (:state = 'ENDED' and c.closed_at is not null) or c.state = :state)
                  and (:department = '' or c.department = :department)
                  and (:words = '' or c.case_no = :words or c.application_no = :words
                       or c.item_name like '%%' || :words || '%%' or a.bundle_name like '%%' || :words || '%%')"""
                        .formatted(LIGHT);
        var rows = bound(
                        sql.sql(
                                "select c.*, a.bundle_name, " + LIGHT + " as light " + from
                                        + " order by c.closed_at is not null, c.yellow_at nulls last, c.submitted_at limit :size offset :skip"),
                        scope,
                        filter)
                .param("size", Math.min(Math.max(size, 1), LARGEST_PAGE))
                .param("skip", (long) Math.max(page, 0) * Math.min(Math.max(size, 1), LARGEST_PAGE))
                .query(Stored.class)
                .list();
        var names = catalogue.departmentNames();
        return new Page(
                rows.stream()
                        .map(row -> row.shown(names.getOrDefault(row.department, row.department), remaining(row)))
                        .toList(),
                bound(sql.sql("select count(*) " + from), scope, filter)
                        .query(Long.class)
                        .single());
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Scope scope, Filter filter) {
        return statement
                .param("now", Timestamp.from(time.instant()))
                .param("region", scope.like())
                .param("light", filter.light())
                .param("state", filter.state())
                .param("department", filter.department())
                .param("words", filter.words().trim());
    }

    private Integer remaining(Stored row) {
        return row.yellowAt == null || row.closedAt != null
                ? null
                : clocks.face(row.caseNo, time.instant()).remainingDays();
    }

    /** The empty text means any; the state {@code OPEN} means every one that is not an end, {@code ENDED} every one that is. */
    record Filter(String light, String state, String department, String words) {}

    record Page(List<Row> items, long total) {}

    record Row(
            String caseNo,
            String applicationNo,
            String bundleName,
            String itemName,
            String department,
            String departmentName,
            String state,
            String stateLabel,
            String light,
            Instant dueAt,
            Integer remainingDays) {}

    record Stored(
            String caseNo,
            String applicationNo,
            String bundleName,
            String itemName,
            String department,
            CaseState state,
            String light,
            Instant yellowAt,
            Instant closedAt) {

        Row shown(String departmentName, Integer remainingDays) {
            return new Row(
                    caseNo,
                    applicationNo,
                    bundleName,
                    itemName,
                    department,
                    departmentName,
                    state.name(),
                    state.label(),
                    light,
                    yellowAt,
                    remainingDays);
        }
    }
}
