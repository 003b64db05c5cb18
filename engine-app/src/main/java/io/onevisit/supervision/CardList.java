package io.onevisit.supervision;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.onevisit.cases.FullNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards looked through, newest first, with what they are about. */
@Component
class CardList {

    private static final int LARGEST_PAGE = 100;

    /** A page is read from the index on region and time; what is shown beside a card is looked up for that page only. */
    private static final String FROM =
            """
            from card k where k.region between :first and :last
              and (cast(:own as text) is null or k.department = :own and k.issued_at is not null)
              and (:light = '' or k.light = :light) and (:state = '' or k.state = :state)
              and (:phase = '' or k.phase = :phase) and (:kind = '' or k.kind = :kind)
              and (:department = '' or k.department = :department)
              and (:words = '' or k.case_no = :words or k.card_no = :words or k.item_code = :words)
              and (cast(:from as date) is null or k.raised_at >= cast(:from as date)::timestamp at time zone 'Asia/Shanghai')
              and (cast(:until as date) is null or k.raised_at < (cast(:until as date) + 1)::timestamp at time zone 'Asia/Shanghai')""";

    private final JdbcClient sql;

    CardList(JdbcClient sql) {
        this.sql = sql;
    }

    Page page(Watch watch, Filter filter, int page, int size) {
        var most = Math.min(Math.max(size, 1), LARGEST_PAGE);
        var rows = bound(
                        sql.sql(
                                """
                                select p.*, coalesce(f.item_name, '') as item_name, coalesce(f.application_no, '') as application_no,
                                    coalesce(d.name, p.department) as department_name, coalesce(r.name, p.region) as region_name
                                from (select k.* %s order by k.raised_at desc, k.id desc limit :size offset :skip) p
                                left join case_file f on f.case_no = p.case_no and f.month = (select month from clock c
                                    where c.case_no = p.case_no and c.kind = p.kind and c.number = p.number)
                                left join department d on d.code = p.department left join region r on r.code = p.region
                                order by p.raised_at desc, p.id desc"""
                                        .formatted(FROM)),
                        watch,
                        filter)
                .param("size", most)
                .param("skip", (long) Math.max(page, 0) * most)
                .query(Row.class)
                .list();
        return new Page(
                rows,
                bound(sql.sql("select count(*) " + FROM), watch, filter)
                        .query(Long.class)
                        .single());
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Watch watch, Filter filter) {
        return statement
                .param("first", watch.regionPrefix())
                .param("last", watch.regionThrough())
                .param("own", watch.department())
                .param("light", filter.light)
                .param("state", filter.state)
                .param("phase", filter.phase)
                .param("kind", filter.kind)
                .param("department", filter.department)
                .param("words", FullNumbers.number(filter.q).orElse(filter.q.strip()))
                .param("from", filter.from)
                .param("until", filter.until);
    }

    /** The empty text means any; {@code until} is the last day included. */
    record Filter(
            String light,
            String state,
            String phase,
            String kind,
            String department,
            String q,
            LocalDate from,
            LocalDate until) {}

    record Page(List<Row> items, long total) {}

    record Row(
            long id,
            String cardNo,
            String caseNo,
            String applicationNo,
            String itemName,
            String kind,
            String element,
            String department,
            String departmentName,
            String region,
            String regionName,
            String light,
            CardState state,
            CardPhase phase,
            String message,
            Instant dueAt,
            Instant raisedAt,
            String checkResult) {

        @JsonProperty("stateLabel")
        public String stateLabel() {
            return state.label();
        }

        @JsonProperty("phaseLabel")
        public String phaseLabel() {
            return phase.label();
        }
    }
}
