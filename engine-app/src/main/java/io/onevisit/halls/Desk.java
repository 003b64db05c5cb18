package io.onevisit.halls;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The queue as a clerk works with it. */
@Component
class Desk {

    private final Halls halls;
    private final Windows windows;
    private final TicketRows tickets;
    private final Queue queue;
    private final Accounts accounts;

    Desk(Halls halls, Windows windows, TicketRows tickets, Queue queue, Accounts accounts) {
        this.halls = halls;
        this.windows = windows;
        this.tickets = tickets;
        this.queue = queue;
        this.accounts = accounts;
    }

    /**
     * @param halls those the clerk works for
     * @param mine number of the window they sit at in this hall, {@code null} for none
     * @param current what stands at it
     * @param today all windows together
     */
    record View(
            List<Place> halls,
            String hall,
            String name,
            boolean open,
            Integer mine,
            Line current,
            List<WindowLine> windows,
            List<HallView.Line> services,
            List<Line> waiting,
            List<Line> missed,
            Queue.Figures today) {}

    record Place(String code, String name) {}

    record WindowLine(
            int no,
            String name,
            List<String> services,
            WindowState state,
            String clerk,
            String ticket,
            Queue.Figures today) {}

    /**
     * @param fits whether it is for the clerk's window
     * @param wanted the window it was handed on to
     */
    record Line(
            UUID id,
            String no,
            String service,
            TicketState state,
            boolean first,
            boolean fits,
            Integer wanted,
            int calls,
            long waited,
            Instant takenAt,
            Instant startedAt) {}

    /** @param wanted code of a hall, {@code null} for where the clerk sits, else the first of their division */
    View of(Account clerk, String wanted) {
        var places = halls.within(clerk.region());
        var seat = windows.of(clerk);
        var code = wanted != null ? wanted : seat.map(HallWindow::hall).orElse(null);
        if (code == null && places.isEmpty()) {
            return new View(List.of(), null, "", false, null, null, List.of(), List.of(), List.of(), List.of(), null);
        }
        var hall = code == null ? places.get(0) : halls.ofOfficer(clerk, code);
        var mine = seat.filter(window -> window.hall().equals(hall.code())).orElse(null);
        var now = queue.of(hall);
        var figures = queue.figures(hall);
        return new View(
                places.stream()
                        .map(place -> new Place(place.code(), place.name()))
                        .toList(),
                hall.code(),
                hall.name(),
                halls.open(hall, now.now()),
                mine == null ? null : mine.no(),
                now.served().stream()
                        .filter(ticket -> mine != null && Objects.equals(ticket.window(), mine.no()))
                        .map(ticket -> line(hall, ticket, mine, now.now()))
                        .findFirst()
                        .orElse(null),
                now.windows().stream()
                        .map(window -> window(hall, window, now, figures))
                        .toList(),
                hall.services().stream()
                        .map(service -> HallView.line(service, now))
                        .toList(),
                now.waiting().stream()
                        .map(ticket -> line(hall, ticket, mine, now.now()))
                        .toList(),
                tickets.of(hall.code(), halls.today(), TicketState.MISSED).stream()
                        .map(ticket -> line(hall, ticket, mine, now.now()))
                        .toList(),
                of(figures, null));
    }

    private WindowLine window(Hall hall, HallWindow window, Waiting now, List<Queue.Figures> figures) {
        return new WindowLine(
                window.no(),
                window.name(),
                window.services().stream().map(hall::serviceName).toList(),
                window.state(),
                window.clerk() == null ? null : accounts.nameOf(window.clerk()),
                now.served().stream()
                        .filter(ticket -> Objects.equals(ticket.window(), window.no()))
                        .map(Ticket::no)
                        .findFirst()
                        .orElse(null),
                of(figures, window.no()));
    }

    private static Queue.Figures of(List<Queue.Figures> figures, Integer window) {
        return figures.stream()
                .filter(one -> Objects.equals(one.window(), window))
                .findFirst()
                .orElse(new Queue.Figures(window, 0, 0, 0, 0));
    }

    private static Line line(Hall hall, Ticket ticket, HallWindow mine, Instant now) {
        return new Line(
                ticket.id(),
                ticket.no(),
                hall.serviceName(ticket.service()),
                ticket.state(),
                ticket.first(),
                mine != null
                        && (ticket.wanted() == null
                                ? mine.services().contains(ticket.service())
                                : ticket.wanted() == mine.no()),
                ticket.wanted(),
                ticket.calls(),
                minutes(ticket.waited(now)),
                ticket.takenAt(),
                ticket.startedAt());
    }

    private static long minutes(Duration exact) {
        return exact.toMinutes();
    }
}
