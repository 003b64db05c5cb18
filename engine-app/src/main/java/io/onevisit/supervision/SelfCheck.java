package io.onevisit.supervision;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.onevisit.catalogue.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Self-check report (红黄牌自查自纠): the cards of a place, department and span: how many, why, and which are still open. */
@Component
class SelfCheck {

    private static final int OPEN_SHOWN = 500;

    private static final String WHERE =
            """

            from card k where k.issued_at is not null and k.region between :first and :last
              and (:department = '' or k.department = :department)
              and k.issued_at >= cast(:from as date)::timestamp at time zone 'Asia/Shanghai'
              and k.issued_at < (cast(:until as date) + 1)::timestamp at time zone 'Asia/Shanghai'""";

    private final JdbcClient sql;

    SelfCheck(JdbcClient sql) {
        this.sql = sql;
    }

    Report of(Statistics.Asked asked) {
        Statistics.check(asked);
        return new Report(
                asked.from(),
                asked.until(),
                bound(
                                """
                        select g.region, g.department, coalesce(d.name, g.department) as department_name, coalesce(r.name, g.region) as region_name,
                            g.blue, g.yellow, g.red, g.revoked, g.settled, g.open, g.abnormal from (
                            select k.region, k.department, count(*) filter (where light = 'BLUE') as blue,
                                count(*) filter (where light = 'YELLOW') as yellow, count(*) filter (where light = 'RED') as red,
                                count(*) filter (where light <> 'BLUE' and state = 'REVOKED') as revoked,
                                count(*) filter (where light <> 'BLUE' and state = 'SETTLED') as settled,
                                count(*) filter (where light <> 'BLUE' and state in ('ISSUED', 'URGED')) as open,
                                count(*) filter (where check_result = 'ABNORMAL') as abnormal
                        """
                                        + WHERE
                                        + " group by 1, 2) g left join department d on d.code = g.department left join region r on r.code = g.region order by g.region, g.department",
                                asked)
                        .query(Row.class)
                        .list(),
                bound(
                                "select k.element, k.light, count(*) as cards" + WHERE
                                        + " group by 1, 2 order by 3 desc, 1, 2",
                                asked)
                        .query(Element.class)
                        .list(),
                bound(
                                """
                        select a.cause, count(*) as cards from (select distinct on (card_id) card_id, cause from card_act
                            where cause is not null order by card_id, id desc) a
                        join card k on k.id = a.card_id
                        """
                                        + WHERE.replace("from card k where", "where")
                                        + " group by 1 order by 2 desc, 1",
                                asked)
                        .query(Cause.class)
                        .list(),
                bound(
                                "select k.id, k.case_no, k.light, k.element, coalesce(d.name, k.department) as department_name, coalesce(r.name, k.region) as region_name, k.state, k.phase, k.due_at, k.issued_at"
                                        + WHERE.replace(
                                                "where",
                                                "left join department d on d.code = k.department left join region r on r.code = k.region where")
                                        + " and k.light <> 'BLUE' and k.state in ('ISSUED', 'URGED') order by k.issued_at limit "
                                        + OPEN_SHOWN,
                                asked)
                        .query(Open.class)
                        .list());
    }

    /** Writes the same into a table for a spreadsheet. */
    void write(Report report, Rows table) {
        table.row("红黄牌自查自纠报告", report.from + " 至 " + report.until);
        table.row();
        table.row("区划", "部门", "预警", "黄牌", "红牌", "撤销", "销号", "未办结", "巡检异常");
        report.rows.forEach(row -> table.row(
                row.regionName,
                row.departmentName,
                row.blue,
                row.yellow,
                row.red,
                row.revoked,
                row.settled,
                row.open,
                row.abnormal));
        table.row();
        table.row("监察对象", "牌别", "张数");
        report.elements.forEach(row -> table.row(row.element, Words.light(row.light), row.cards));
        table.row();
        table.row("超时原因（责任部门反馈）", "张数");
        report.causes.forEach(row -> table.row(Causes.label(row.cause), row.cards));
        table.row();
        table.row("未办结的牌：所涉编号", "牌别", "监察对象", "部门", "区划", "状态", "环节", "到时", "发牌");
        report.open.forEach(row -> table.row(
                row.caseNo,
                Words.light(row.light),
                row.element,
                row.departmentName,
                row.regionName,
                row.state.label(),
                row.phase.label(),
                Words.instant(row.dueAt),
                Words.instant(row.issuedAt)));
    }

    private JdbcClient.StatementSpec bound(String statement, Statistics.Asked asked) {
        return sql.sql(statement)
                .param("first", asked.regionPrefix())
                .param("last", RegionCode.last(asked.regionPrefix()))
                .param("department", asked.department())
                .param("from", asked.from())
                .param("until", asked.until());
    }

    record Row(
            String region,
            String regionName,
            String department,
            String departmentName,
            long blue,
            long yellow,
            long red,
            long revoked,
            long settled,
            long open,
            long abnormal) {}

    record Element(String element, String light, long cards) {}

    record Cause(String cause, long cards) {

        @JsonProperty("label")
        public String label() {
            return Causes.label(cause);
        }
    }

    record Open(
            long id,
            String caseNo,
            String light,
            String element,
            String departmentName,
            String regionName,
            CardState state,
            CardPhase phase,
            Instant dueAt,
            Instant issuedAt) {

        @JsonProperty("phaseLabel")
        public String phaseLabel() {
            return phase.label();
        }
    }

    record Report(
            LocalDate from,
            LocalDate until,
            List<Row> rows,
            List<Element> elements,
            List<Cause> causes,
            List<Open> open) {}
}
