package io.onevisit.cases;

import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.ClocksChanged;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the instants of the lights on each case's row as the ledger implies them, for lists and counts. */
@Component
class CaseInstants {

    private static final int BATCH = 500;

    private final JdbcTemplate sql;

    CaseInstants(JdbcTemplate sql) {
        this.sql = sql;
    }

    @EventListener
    void on(ClockChanged change) {
        write(List.of(change));
    }

    @EventListener
    void on(ClocksChanged changes) {
        write(changes.changes());
    }

    private void write(List<ClockChanged> changes) {
        sql.batchUpdate(
                """
                update case_file set blue_at = ?, yellow_at = ?, red_at = ?, clock_stopped = ?, clock_finished_at = ?
                where month = ? and case_no = ?""",
                changes.stream()
                        .filter(change -> change.key().kind() == ClockKind.CASE)
                        .toList(),
                BATCH,
                (statement, change) -> {
                    statement.setTimestamp(1, timestamp(change.blueAt()));
                    statement.setTimestamp(2, timestamp(change.yellowAt()));
                    statement.setTimestamp(3, timestamp(change.redAt()));
                    statement.setBoolean(4, change.stopped());
                    statement.setTimestamp(5, timestamp(change.finishedAt()));
                    statement.setObject(6, Numbers.month(change.key().no()));
                    statement.setString(7, change.key().no());
                });
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
