package io.onevisit.halls;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The windows: who sits at which, and whether it calls. Its row is locked before any ticket it calls. */
@Component
class Windows {

    private final JdbcClient sql;
    private final Halls halls;
    private final HallSignals signals;
    private final Accounts accounts;
    private final Clock time;

    Windows(JdbcClient sql, Halls halls, HallSignals signals, Accounts accounts, Clock time) {
        this.sql = sql;
        this.halls = halls;
        this.signals = signals;
        this.accounts = accounts;
        this.time = time;
    }

    List<HallWindow> of(String hall) {
        return sql.sql("select * from hall_window where hall = ? order by no")
                .param(hall)
                .query(Windows::window)
                .list();
    }

    /** Where a clerk sits. */
    Optional<HallWindow> of(Account clerk) {
        return sql.sql("select * from hall_window where clerk = ?")
                .param(clerk.username())
                .query(Windows::window)
                .optional();
    }

    /** The clerk's window, locked; a 409 problem where they sit at none. */
    HallWindow mine(Account clerk) {
        return sql.sql("select * from hall_window where clerk = ? for update")
                .param(clerk.username())
                .query(Windows::window)
                .optional()
                .orElseThrow(() -> Problem.conflict("window-none", "您还没有开窗，请先选择窗口并开始叫号。"));
    }

    @Transactional
    void set(Account clerk, Hall hall, int no, WindowState wanted) {
        var window = locked(hall, no);
        var mine = clerk.username().equals(window.clerk());
        if (wanted == WindowState.OPEN) {
            refuseElsewhere(clerk, window);
            // Who has gone without closing has paused: a colleague goes on at the window.
            if (!mine && window.state() == WindowState.OPEN) {
                throw Problem.conflict(
                        "window-taken",
                        "%s正由%s使用，请选择其他窗口，或者请其暂停、关闭后再开。".formatted(window.called(), accounts.nameOf(window.clerk())));
            }
        } else if (!mine) {
            throw Problem.conflict("window-not-yours", "%s现在不是您的窗口，请刷新后重试。".formatted(window.called()));
        }
        if (busy(window) && (wanted == WindowState.CLOSED || !mine)) {
            throw Problem.conflict("window-busy", "%s还有没有办完的票号，请先办完、过号或者转给其他窗口。".formatted(window.called()));
        }
        try {
            sql.sql("update hall_window set state = ?, clerk = ?, since = ? where hall = ? and no = ?")
                    .params(
                            wanted.name(),
                            wanted == WindowState.CLOSED ? null : clerk.username(),
                            Timestamp.from(time.instant()),
                            hall.code(),
                            no)
                    .update();
        } catch (DuplicateKeyException atOnce) {
            throw Problem.conflict("window-second", "您刚刚开了另一个窗口，请刷新后查看。");
        }
        signals.changed(hall.code());
    }

    private void refuseElsewhere(Account clerk, HallWindow window) {
        of(clerk)
                .filter(other -> !other.hall().equals(window.hall()) || other.no() != window.no())
                .ifPresent(other -> {
                    throw Problem.conflict("window-second", "您已在%s，请先关闭它再开别的窗口。".formatted(other.called()));
                });
    }

    /** All of a hall, locked in the order of their numbers. */
    List<HallWindow> locked(String hall) {
        return sql.sql("select * from hall_window where hall = ? order by no for update")
                .param(hall)
                .query(Windows::window)
                .list();
    }

    private HallWindow locked(Hall hall, int no) {
        return sql.sql("select * from hall_window where hall = ? and no = ? for update")
                .params(hall.code(), no)
                .query(Windows::window)
                .optional()
                .orElseThrow(() -> Problem.notFound("window-unknown", "%s没有这个窗口。".formatted(hall.name())));
    }

    /** Whether a ticket stands at the window. */
    boolean busy(HallWindow window) {
        return sql.sql(
                        """
                        select exists (select from hall_ticket
                            where hall = ? and window_no = ? and day = ? and state in ('CALLED', 'SERVING'))""")
                .params(window.hall(), window.no(), halls.today())
                .query(Boolean.class)
                .single();
    }

    private static HallWindow window(ResultSet row, int n) throws SQLException {
        var since = row.getTimestamp("since");
        return new HallWindow(
                row.getString("hall"),
                row.getInt("no"),
                row.getString("name"),
                List.of((String[]) row.getArray("services").getArray()),
                WindowState.valueOf(row.getString("state")),
                row.getString("clerk"),
                since == null ? null : since.toInstant());
    }
}
