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

    /** The newest messages in both directions, of the last 31 days, of cases within somebody's division. */
    public List<Line> newest(Reach reach, int limit) {
        return sql.sql(
                        """
                        (select 'OUT' as direction, department, case_no, kind, sequence, status, tries,
                                coalesce(receipt, '') as note, prepared_at as at, changed_at
                         from handoff_message where prepared_at > :since and case_no between :first and :last
                         order by prepared_at desc limit :limit)
                        union all
                        (select 'IN', department, case_no, kind, sequence, status, 1, reason, received_at,
                                coalesce(applied_at, received_at)
                         from handoff_inbox where received_at > :since and case_no between :first and :last
                         order by received_at desc limit :limit)
                        order by at desc limit :limit""")
                .param("since", Timestamp.from(time.instant().minus(Duration.ofDays(31))))
                .param("first", reach.first())
                .param("last", reach.last())
                .param("limit", limit)
                .query(Line.class)
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
}
