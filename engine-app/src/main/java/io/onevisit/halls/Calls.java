package io.onevisit.halls;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk does with tickets: each goes to one window, and each window has one at a time. */
@Component
class Calls {

    /** A ticket handed on to a window that closed meanwhile is anybody's again who serves it. */
    private static final String NEXT =
            """
            select t.id from hall_ticket t where t.hall = :hall and t.day = :today and t.state = 'WAITING'
                and (t.wanted = :window or t.service = any (:services) and (t.wanted is null or not exists (
                    select from hall_window w where w.hall = t.hall and w.no = t.wanted and w.state <> 'CLOSED')))
            order by t.rank_at, t.no limit 1 for update skip locked""";

    private final JdbcClient sql;
    private final TicketRows rows;
    private final Windows windows;
    private final Halls halls;
    private final HallSignals signals;
    private final Clock time;

    Calls(JdbcClient sql, TicketRows rows, Windows windows, Halls halls, HallSignals signals, Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.windows = windows;
        this.halls = halls;
        this.signals = signals;
        this.time = time;
    }

    /** 呼叫下一位 */
    @Transactional
    void next(Account clerk) {
        var window = free(clerk);
        var called = sql.sql(
                        """
                        update hall_ticket set state = 'CALLED', window_no = :window, clerk = :clerk, wanted = null, calls = 1,
                            called_at = coalesce(called_at, :now), announced_at = :now where id = (%s)"""
                                .formatted(NEXT))
                .param("hall", window.hall())
                .param("today", halls.today())
                .param("services", window.services().toArray(String[]::new))
                .param("window", window.no())
                .param("clerk", clerk.username())
                .param("now", now())
                .update();
        if (called == 0) {
            throw Problem.conflict("queue-empty", "现在没有等候本窗口办理的票号。");
        }
        signals.changed(window.hall());
    }

    /** 过号召回: who was missed has come after all. */
    @Transactional
    void recall(Account clerk, UUID id) {
        var window = free(clerk);
        var ticket = rows.get(window.hall(), id);
        if (!window.services().contains(ticket.service())) {
            throw Problem.conflict("ticket-elsewhere", "%s要办的业务不在本窗口，请由办理该业务的窗口召回。".formatted(ticket.no()));
        }
        var recalled = sql.sql(
                        """
                        update hall_ticket set state = 'CALLED', window_no = :window, clerk = :clerk, calls = calls + 1,
                            announced_at = :now, ended_at = null where id = :id and day = :today and state = 'MISSED'""")
                .param("window", window.no())
                .param("clerk", clerk.username())
                .param("now", now())
                .param("id", id)
                .param("today", halls.today())
                .update();
        changed(window, id, recalled);
    }

    /** 重呼 */
    @Transactional
    void again(Account clerk, UUID id) {
        move(clerk, id, "calls = calls + 1, announced_at = :now", TicketState.CALLED);
    }

    /** 过号 */
    @Transactional
    void miss(Account clerk, UUID id) {
        move(clerk, id, "state = 'MISSED', ended_at = :now", TicketState.CALLED);
    }

    /** 开始办理 */
    @Transactional
    void start(Account clerk, UUID id) {
        move(clerk, id, "state = 'SERVING', started_at = :now", TicketState.CALLED);
    }

    /** 办完 */
    @Transactional
    void done(Account clerk, UUID id) {
        move(clerk, id, "state = 'DONE', ended_at = :now", TicketState.SERVING);
    }

    /** 转其他窗口: it keeps its place, and only that window calls it. */
    @Transactional
    void handOn(Account clerk, UUID id, int to) {
        var mine = windows.mine(clerk);
        var other = windows.of(mine.hall()).stream()
                .filter(window -> window.no() == to && window.no() != mine.no())
                .filter(window -> window.state() != WindowState.CLOSED)
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("window-closed", "请选择正在办公的其他窗口。").with("field", "window"));
        move(
                clerk,
                id,
                "state = 'WAITING', wanted = %d, window_no = null, clerk = null, started_at = null"
                        .formatted(other.no()),
                TicketState.CALLED,
                TicketState.SERVING);
    }

    /** @param changes SQL of ours, never a caller's words */
    private void move(Account clerk, UUID id, String changes, TicketState... from) {
        var window = windows.mine(clerk);
        var moved = sql.sql(
                        """
                        update hall_ticket set %s where id = :id and hall = :hall and window_no = :window and day = :today
                            and state = any (:from)"""
                                .formatted(changes))
                .param("id", id)
                .param("hall", window.hall())
                .param("window", window.no())
                .param("today", halls.today())
                .param("from", TicketState.names(from))
                .param("now", now())
                .update();
        changed(window, id, moved);
    }

    private void changed(HallWindow window, UUID id, int moved) {
        if (moved == 0) {
            var ticket = rows.get(window.hall(), id);
            throw Problem.conflict(
                    "ticket-moved",
                    "%s现在是“%s”%s，请刷新后再操作。"
                            .formatted(
                                    ticket.no(),
                                    ticket.state().label(),
                                    ticket.window() == null || ticket.window() == window.no()
                                            ? ""
                                            : "，在 %d 号窗口".formatted(ticket.window())));
        }
        signals.changed(window.hall());
    }

    /** The clerk's window, locked, that calls and has nobody before it. */
    private HallWindow free(Account clerk) {
        var window = windows.mine(clerk);
        if (window.state() != WindowState.OPEN) {
            throw Problem.conflict("window-paused", "%s已暂停，请先恢复叫号。".formatted(window.called()));
        }
        if (windows.busy(window)) {
            throw Problem.conflict("window-busy", "%s还有没有办完的票号，请先办完、过号或者转给其他窗口。".formatted(window.called()));
        }
        return window;
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }
}
