package io.onevisit.cockpit;

import io.onevisit.cases.CaseState;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Nobody pages through more; counting all of a province's cases would take longer than reading them. */
    static final int COUNTED = 10_000;

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

    /** Open cases, those soonest due first, then ended ones, the newest first; the counts stop at {@link #COUNTED}. */
    Page page(Reach reach, CaseFilter filter, int page, int size) {
        var most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        var skip = (long) Math.max(page, 0) * most;
        var open = filter.open() ? count("c.closed_at is null", reach, filter) : 0;
        var ended = filter.ended() ? count("c.closed_at is not null", reach, filter) : 0;
        var found = new ArrayList<Stored>();
        if (skip < open) {
            found.addAll(rows("c.closed_at is null", "c.yellow_at, c.case_no", reach, filter, most, skip));
        }
        if (found.size() < most && ended > 0) {
            var rest = most - found.size();
            var passed = Math.max(0, skip - open);
            found.addAll(rows("c.closed_at is not null", "c.closed_at desc, c.case_no", reach, filter, rest, passed));
        }
        var names = catalogue.departmentNames();
        var faces = clocks.faces(
                found.stream()
                        .filter(CaseList::isRunning)
                        .map(row -> Clocks.Key.ofCase(row.caseNo))
                        .collect(Collectors.toSet()),
                time.instant());
        return new Page(
                found.stream()
                        .map(row ->
                                row.shown(names.getOrDefault(row.department, row.department), remaining(row, faces)))
                        .toList(),
                open + ended,
                open == COUNTED || ended == COUNTED);
    }

    private List<Stored> rows(String which, String order, Reach reach, CaseFilter filter, int most, long skip) {
        var query =
                """
                select c.*, %s as light,
                    (select a.bundle_name from application a
                     where a.month = c.month and a.application_no = c.application_no) as bundle_name
                from case_file c where %s and %s order by %s limit :most offset :skip"""
                        .formatted(LIGHT, which, filter.where(), order);
        return bound(query, reach, filter)
                .param("most", most)
                .param("skip", skip)
                .query(Stored.class)
                .list();
    }

    private long count(String which, Reach reach, CaseFilter filter) {
        var query = "select count(*) from (select 1 from case_file c where %s and %s limit %d) counted"
                .formatted(which, filter.where(), COUNTED);
        return bound(query, reach, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec bound(String query, Reach reach, CaseFilter filter) {
        return sql.sql(query)
                .param("now", Timestamp.from(time.instant()))
                .param("first", reach.first())
                .param("last", reach.last())
                .params(filter.params());
    }

    private static boolean isRunning(Stored row) {
        return row.yellowAt != null && row.closedAt == null;
    }

    private static Integer remaining(Stored row, Map<Clocks.Key, Clocks.Face> faces) {
        return isRunning(row)
                ? (Integer) faces.get(Clocks.Key.ofCase(row.caseNo)).remainingDays()
                : null;
    }

    /** @param more whether there are more than {@code total}, which were not counted */
    record Page(List<Row> items, long total, boolean more) {}

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
