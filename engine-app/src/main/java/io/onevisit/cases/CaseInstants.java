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
    private final CaseRows rows;

    CaseInstants(JdbcTemplate sql, CaseRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @EventListener
    void on(ClockChanged change) {
        if (change.key().kind() == ClockKind.CASE) {
            rows.changeIfKnown(
                    change.key().no(),
                    "blue_at = ?, yellow_at = ?, red_at = ?, clock_stopped = ?, clock_finished_at = ?",
                    change.blueAt(),
                    change.yellowAt(),
                    change.redAt(),
                    change.stopped(),
                    change.finishedAt());
        }
    }

    @EventListener
    void on(ClocksChanged changes) {
        write(changes.changes());
        rows.forget(changes.changes().stream().map(change -> change.key().no()).toList());
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
