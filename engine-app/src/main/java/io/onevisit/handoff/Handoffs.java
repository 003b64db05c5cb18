package io.onevisit.handoff;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exchange as operators see it: what went out, what came back, what waits. */
@Component
public class Handoffs {

    private final JdbcClient sql;

    Handoffs(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest messages in both directions. */
    public List<Line> newest(int limit) {
        return sql.sql(
                        """
                        select 'OUT' as direction, department, case_no, kind, sequence, status, tries,
                               coalesce(receipt, '') as note, prepared_at as at, changed_at
                        from handoff_message
                        union all
                        select 'IN', department, case_no, kind, sequence, status, 1, reason, received_at,
                               coalesce(applied_at, received_at)
                        from handoff_inbox
                        order by at desc limit :limit""")
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** Each department's balance: sent, waiting to be sent, refused; answers applied, waiting, refused. */
    public List<Balance> balance() {
        return sql.sql(
                        """
                        select department, sum(sent) as sent, sum(waiting) as waiting, sum(refused) as refused,
                               sum(answered) as answered, sum(early) as early, sum(unapplied) as unapplied,
                               min(oldest) as oldest
                        from (select department, count(*) filter (where status = 'SENT') as sent,
                                     count(*) filter (where status in ('PREPARED', 'UNCERTAIN')) as waiting,
                                     count(*) filter (where status = 'REFUSED') as refused,
                                     0 as answered, 0 as early, 0 as unapplied,
                                     min(prepared_at) filter (where status <> 'SENT') as oldest
                              from handoff_message group by department
                              union all
                              select department, 0, 0, 0, count(*) filter (where status = 'APPLIED'),
                                     count(*) filter (where status = 'EARLY'),
                                     count(*) filter (where status in ('REFUSED', 'STALE')),
                                     min(received_at) filter (where status = 'EARLY')
                              from handoff_inbox group by department) as both_ways
                        group by department order by department""")
                .query(Balance.class)
                .list();
    }

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

    /** @param oldest since when the oldest message waits, {@code null} where none does */
    public record Balance(
            String department,
            long sent,
            long waiting,
            long refused,
            long answered,
            long early,
            long unapplied,
            Instant oldest) {}
}
