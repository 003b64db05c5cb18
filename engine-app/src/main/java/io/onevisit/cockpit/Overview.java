package io.onevisit.cockpit;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.engine.Incidents;
import io.onevisit.reach.Reach;
import io.onevisit.supervision.Cards;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of a supervisor's day. Each is one of the queries below, so it can be reproduced by hand. */
@Component
class Overview {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;
    private final Cards cards;
    private final Incidents incidents;
    private final Catalogue catalogue;
    private final Clock time;

    Overview(JdbcClient sql, Cards cards, Incidents incidents, Catalogue catalogue, Clock time) {
        this.sql = sql;
        this.cards = cards;
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.time = time;
    }

    Summary of(Reach reach) {
        var departments = departments(reach);
        var lights = new LightCounts(
                departments.stream()
                        .mapToLong(d -> d.running() - d.blue() - d.yellow() - d.red())
                        .sum(),
                departments.stream().mapToLong(DepartmentRow::blue).sum(),
                departments.stream().mapToLong(DepartmentRow::yellow).sum(),
                departments.stream().mapToLong(DepartmentRow::red).sum());
        var closed = closed(reach);
        return new Summary(
                departments.stream().mapToLong(DepartmentRow::running).sum(),
                closed.closed(),
                lights,
                cardsToday(reach),
                incidents.open().stream()
                        .filter(incident -> reach.holdsNumber(incident.businessKey()))
                        .count(),
                departments,
                closed.timed() == 0 ? null : (double) closed.onTime() / closed.timed());
    }

    private List<DepartmentRow> departments(Reach reach) {
        var names = catalogue.departmentNames();
        return sql.sql(
                        """
                        select department, count(*) as running,
                               count(*) filter (where light = 'BLUE') as blue,
                               count(*) filter (where light = 'YELLOW') as yellow,
                               count(*) filter (where light = 'RED') as red
                        from (select department, %s as light from case_file c
                              where closed_at is null and region between :first and :last) as open
                        group by department order by department"""
                                .formatted(CaseList.LIGHT))
                .param("now", Timestamp.from(time.instant()))
                .param("first", reach.first())
                .param("last", reach.last())
                .query((row, n) -> new DepartmentRow(
                        row.getString("department"),
                        names.getOrDefault(row.getString("department"), row.getString("department")),
                        row.getLong("running"),
                        row.getLong("blue"),
                        row.getLong("yellow"),
                        row.getLong("red")))
                .list();
    }

    /** The cases closed since the first of this month. */
    private Closed closed(Reach reach) {
        var month = LocalDate.now(time.withZone(CHINA)).withDayOfMonth(1);
        return sql.sql(
                        """
                        select count(*) as closed, count(clock_finished_at) as timed,
                               count(*) filter (where clock_finished_at <= yellow_at) as on_time
                        from case_file where closed_at >= :month and region between :first and :last""")
                .param("month", Timestamp.from(month.atStartOfDay(CHINA).toInstant()))
                .param("first", reach.first())
                .param("last", reach.last())
                .query(Closed.class)
                .single();
    }

    private long cardsToday(Reach reach) {
        var today = LocalDate.now(time.withZone(CHINA)).atStartOfDay(CHINA).toInstant();
        return cards.raised(reach, today, time.instant().plusSeconds(1));
    }

    record Closed(long closed, long timed, long onTime) {}

    /**
     * @param closed cases closed in this month
     * @param onTimeRate share of them that kept the promised limit, {@code null} before the first one
     */
    record Summary(
            long running,
            long closed,
            LightCounts lights,
            long cardsToday,
            long incidents,
            List<DepartmentRow> byDepartment,
            Double onTimeRate) {}

    record DepartmentRow(String department, String departmentName, long running, long blue, long yellow, long red) {}
}
