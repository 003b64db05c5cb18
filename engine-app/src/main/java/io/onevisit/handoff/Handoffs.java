package io.onevisit.handoff;

import io.onevisit.reach.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exchange as operators see it: what went out, what came back, what waits. */
@Component
public class Handoffs {

    private final JdbcClient sql;
    private final Clock time;

    Handoffs(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    private static final Duration LOOKED_BACK = Duration.ofDays(31);

    /**
     * The newest messages in both directions, of the last 31 days, of cases within somebody's division.
     *
     * @param department of this one only; empty for all
     */
    public List<Line> newest(Reach reach, String department, int limit) {
        return sql.sql(
                        """
                        (select 'OUT' as direction, department, case_no, kind, sequence, status, tries,
                                coalesce(receipt, '') as note, prepared_at as at, changed_at
                         from handoff_message where prepared_at > :since and case_no between :first and :last and :department in ('', department)
                         order by prepared_at desc limit :limit)
                        union all
                        (select 'IN', department, case_no, kind, sequence, status, 1, reason, received_at,
                                coalesce(applied_at, received_at)
                         from handoff_inbox where received_at > :since and case_no between :first and :last and :department in ('', department)
                         order by received_at desc limit :limit)
                        order by at desc limit :limit""")
                .param("since", Timestamp.from(time.instant().minus(LOOKED_BACK)))
                .param("first", reach.first())
                .param("last", reach.last())
                .param("department", department)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** How the exchange with each department goes, over the last 31 days, for cases within somebody's division. */
    public List<Interface> interfaces(Reach reach) {
        return sql.sql(
                        """
                        select department, coalesce(o.messages, 0) as messages, coalesce(o.accepted, 0) as accepted,
                               coalesce(o.open, 0) as open, coalesce(o.refused, 0) as refused, o.oldest_open,
                               coalesce(i.answers, 0) as answers, coalesce(i.rejected, 0) as rejected,
                               coalesce(o.unanswered, 0) as unanswered, o.oldest_unanswered
                        from (select department, count(*) as messages, count(*) filter (where status = 'SENT') as accepted,
                                     count(*) filter (where status in ('PREPARED', 'UNCERTAIN')) as open,
                                     count(*) filter (where status = 'REFUSED') as refused,
                                     min(prepared_at) filter (where status in ('PREPARED', 'UNCERTAIN')) as oldest_open,
                                     count(*) filter (where unanswered) as unanswered,
                                     min(prepared_at) filter (where unanswered) as oldest_unanswered
                              from (select m.department, m.status, m.prepared_at, m.kind = 'APPLY' and m.status = 'SENT'
                                        and not exists (select from handoff_inbox b
                                            where b.case_no = m.case_no and b.status in ('APPLIED', 'STALE'))
                                        and not exists (select from handoff_message e
                                            where e.case_no = m.case_no and e.kind = 'ENDED') as unanswered
                                    from handoff_message m
                                    where m.prepared_at > :since and m.case_no between :first and :last) m
                              group by department) o
                        full join (select department, count(*) filter (where status <> 'REFUSED') as answers,
                                          count(*) filter (where status = 'REFUSED') as rejected
                                   from handoff_inbox
                                   where received_at > :since and case_no between :first and :last
                                   group by department) i using (department)
                        order by department""")
                .param("since", Timestamp.from(time.instant().minus(LOOKED_BACK)))
                .param("first", reach.first())
                .param("last", reach.last())
                .query(Interface.class)
                .list();
    }

    /**
     * @param messages prepared for the department; each of them accepted by it, still open or refused
     * @param oldestOpen since when the oldest waits to be taken, {@code null} where none does
     * @param answers what the department sent back and was taken; {@code rejected} is what was not
     * @param unanswered cases handed over of which nothing has come back yet
     */
    public record Interface(
            String department,
            long messages,
            long accepted,
            long open,
            long refused,
            Instant oldestOpen,
            long answers,
            long rejected,
            long unanswered,
            Instant oldestUnanswered) {}

    /**
     * @param direction {@code OUT} to the department, {@code IN} from it
     * @param note the receipt, or why the message was refused
     */
    public record Line(
            String direction,
            String department,
            String caseNo,
            String kind,
            int sequence,
            String status,
            int tries,
            String note,
            Instant at,
            Instant changedAt) {}
}
