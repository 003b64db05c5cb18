package io.onevisit.hotline;

import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two clocks of an order, each act on them safe to ask for twice; keeps the order's due instant for lists. */
@Component
class OrderClocks {

    private final Clocks clocks;
    private final JdbcClient sql;

    OrderClocks(Clocks clocks, JdbcClient sql) {
        this.clocks = clocks;
        this.sql = sql;
    }

    void begin(Clocks.Key key, Clocks.Terms terms, Instant at) {
        if (!clocks.of(key.no()).contains(key)) {
            clocks.start(key, terms, at);
        }
    }

    /** While somebody asks whether the answer helped, nobody's time runs. */
    void pause(WorkOrder order, Instant at) {
        var key = key(order);
        if (runs(key, at) && !clocks.face(key, at).stopped()) {
            clocks.stop(key, "已答复，等待回访", "", at);
        }
    }

    void goOn(WorkOrder order, Instant at) {
        finish(Clocks.Key.of(order.no(), ClockKind.WORK_ORDER_RETURN), at);
        var key = key(order);
        if (runs(key, at) && clocks.face(key, at).stopped()) {
            clocks.resume(key, at);
        }
    }

    void extend(WorkOrder order, int days, String reason, Instant at) {
        clocks.extend(key(order), days, reason, "12345 办法：经单位负责人批准延长", at);
    }

    void end(WorkOrder order, Instant at) {
        clocks.of(order.no()).forEach(key -> finish(key, at));
    }

    boolean returnLate(WorkOrder order, Instant at) {
        var due = clocks.face(Clocks.Key.of(order.no(), ClockKind.WORK_ORDER_RETURN), at)
                .promisedDueAt();
        return due == null || at.isAfter(due);
    }

    @EventListener
    void on(ClockChanged change) {
        if (change.key().no().startsWith("W") && change.key().kind() != ClockKind.WORK_ORDER_RETURN) {
            sql.sql("update work_order set due_at = coalesce(?, due_at) where no = ?")
                    .params(
                            change.dueAt() == null ? null : Timestamp.from(change.dueAt()),
                            change.key().no())
                    .update();
        }
    }

    private void finish(Clocks.Key key, Instant at) {
        if (runs(key, at)) {
            clocks.finish(key, at);
        }
    }

    private boolean runs(Clocks.Key key, Instant at) {
        return clocks.of(key.no()).contains(key) && clocks.face(key, at).finishedAt() == null;
    }

    private static Clocks.Key key(WorkOrder order) {
        return Clocks.Key.of(order.no(), order.kind().clock());
    }
}
