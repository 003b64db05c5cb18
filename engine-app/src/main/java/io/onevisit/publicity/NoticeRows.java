package io.onevisit.publicity;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Public notices in the database. */
@Component
class NoticeRows {

    private final JdbcClient sql;

    NoticeRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where this special procedure has its notice already */
    boolean insert(Notice notice) {
        return sql.sql(
                                """
                        insert into public_notice (no, case_no, procedure, item_name, region, department, title, text, published_at,
                            until, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_no, procedure) do nothing""")
                        .params(
                                notice.no(),
                                notice.caseNo(),
                                notice.procedure(),
                                notice.itemName(),
                                notice.region(),
                                notice.department(),
                                notice.title(),
                                notice.text(),
                                Timestamp.from(notice.publishedAt()),
                                Timestamp.from(notice.until()),
                                notice.state().name())
                        .update()
                == 1;
    }

    Optional<Notice> find(String no) {
        return one("no = ?", no);
    }

    /** The one that stands or that stood last. */
    Optional<Notice> ofCase(String caseNo) {
        return one("case_no = ? order by procedure desc limit 1", caseNo);
    }

    /** The one that stands; nobody else changes it until the transaction ends. */
    Optional<Notice> lockOpen(String caseNo) {
        return one("case_no = ? and state = 'OPEN' for update", caseNo);
    }

    /** A 404 problem where there is none. */
    Notice get(String no) {
        return find(no).orElseThrow(() -> Problem.notFound("notice-unknown", "没有找到这份公示，请核对公示编号。"));
    }

    private Optional<Notice> one(String where, String number) {
        return sql.sql("select * from public_notice where " + where)
                .param(number)
                .query(Notice.class)
                .optional();
    }

    /**
     * @param region its own notices and those of the divisions below it; the empty text for all
     * @param open only those that stand at this instant; {@code null} for all
     */
    List<Notice> page(String region, Instant open, int page, int size) {
        var prefix = region.isEmpty() ? "" : RegionCode.of(region).prefix();
        return sql.sql(
                        """
                        select * from public_notice where region between :first and :last
                          and (cast(:open as timestamptz) is null or state = 'OPEN' and until > :open)
                        order by published_at desc, no limit :size offset :from""")
                .param("first", prefix)
                .param("last", RegionCode.last(prefix))
                .param("open", open == null ? null : Timestamp.from(open), Types.TIMESTAMP)
                .param("size", size)
                .param("from", page * size)
                .query(Notice.class)
                .list();
    }

    void settle(String no, Notice.State state, Instant at) {
        sql.sql("update public_notice set state = ?, settled_at = ? where no = ?")
                .params(state.name(), Timestamp.from(at), no)
                .update();
    }

    /** The clock it lasts as long as got another end. */
    void redate(String caseNo, int procedure, Instant until) {
        sql.sql("update public_notice set until = ? where case_no = ? and procedure = ? and state = 'OPEN'")
                .params(Timestamp.from(until), caseNo, procedure)
                .update();
    }
}
