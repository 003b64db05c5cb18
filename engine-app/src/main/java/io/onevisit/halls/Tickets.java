package io.onevisit.halls;

import io.onevisit.deadlines.WorkingCalendar;
import io.onevisit.halls.TicketRows.Source;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives tickets out and tells what one is worth. */
@Component
public class Tickets {

    private final JdbcClient sql;
    private final TicketRows rows;
    private final Halls halls;
    private final Priorities priorities;
    private final Queue queue;
    private final HallSignals signals;
    private final Clock time;

    Tickets(
            JdbcClient sql,
            TicketRows rows,
            Halls halls,
            Priorities priorities,
            Queue queue,
            HallSignals signals,
            Clock time) {
        this.sql = sql;
        this.rows = rows;
        this.halls = halls;
        this.priorities = priorities;
        this.queue = queue;
        this.signals = signals;
        this.time = time;
    }

    /** The next ticket of a service; a 409 problem while the hall is closed, or too late for somebody without an appointment to be served. */
    @Transactional
    Ticket take(Hall hall, String wanted, Source source, Collection<Claim> claims) {
        var service = hall.service(wanted);
        var now = time.instant();
        if (!halls.open(hall, now)) {
            throw Problem.conflict("hall-closed", "%s现在不在办公时间，不能取号。请在办公时间到场取号，或者先预约。".formatted(hall.name()));
        }
        var ahead = priorities.minutes(hall, claims);
        if (source == Source.SELF && tooLate(hall, service.code(), now.minus(Duration.ofMinutes(ahead)))) {
            throw queue.full(service);
        }
        var today = halls.today();
        var number = sql.sql(
                        """
                        insert into hall_count (hall, service, day, last) values (?, ?, ?, 1)
                        on conflict (hall, service, day) do update set last = hall_count.last + 1 returning last""")
                .params(hall.code(), service.code(), today)
                .query(Integer.class)
                .single();
        var id = UUID.randomUUID();
        rows.insert(hall, today, id, "%s%03d".formatted(service.letter(), number), service.code(), source, ahead, now);
        signals.changed(hall.code());
        return rows.get(hall.code(), id);
    }

    /** Whether the hall will have closed for today before such a turn comes. */
    private boolean tooLate(Hall hall, String service, Instant rank) {
        var now = queue.of(hall);
        var turn = now.until(service, now.before(rank)).map(now.now()::plus);
        return turn.filter(at -> !openLater(hall, at)).isPresent();
    }

    private boolean openLater(Hall hall, Instant from) {
        var midnight =
                halls.today().plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        for (var at = from; at.isBefore(midnight); at = at.plus(Slots.LENGTH)) {
            if (halls.open(hall, at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The ticket a clerk is serving, for the record of what comes of it.
     *
     * @throws Problem 409 where it is not being served at this clerk's window (any more)
     */
    public Served served(Account clerk, UUID id) {
        return rows.find(id)
                .filter(ticket ->
                        ticket.state() == TicketState.SERVING && Objects.equals(ticket.clerk(), clerk.username()))
                .map(ticket -> new Served(ticket.no(), ticket.waited(time.instant())))
                .orElseThrow(() -> Problem.conflict("ticket-not-served", "这张票号不在您的窗口办理中，请回到叫号页面查看。"));
    }

    /** @param waited from taking it to being called first */
    public record Served(String no, Duration waited) {}
}
