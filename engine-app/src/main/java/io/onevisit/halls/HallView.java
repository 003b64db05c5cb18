package io.onevisit.halls;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What everybody may see of a hall: numbers, windows and times, nobody's name. */
@Component
class HallView {

    private final Halls halls;
    private final TicketRows tickets;
    private final Queue queue;

    HallView(Halls halls, TicketRows tickets, Queue queue) {
        this.halls = halls;
        this.tickets = tickets;
        this.queue = queue;
    }

    /** @param hours the hours of its week, {@code null} where they are those of the calendar */
    record One(
            String code,
            String name,
            String region,
            String address,
            String phone,
            Map<String, String> hours,
            List<Hall.Service> services) {}

    /**
     * @param calls what is called or served, the newest call first
     * @param missed numbers that did not come
     */
    record Board(String name, boolean open, List<Call> calls, List<Line> lines, List<String> missed) {}

    record Call(String no, int window, String windowName, boolean serving, int calls, Instant at) {}

    /** @param minutes how long a newcomer waits, {@code null} where no window serves it now */
    record Line(String service, String name, long waiting, Long minutes, int windows) {}

    /**
     * @param ahead how many come before it
     * @param minutes until it is called, {@code null} where that is not known
     */
    record Slip(
            UUID id,
            String hall,
            String hallName,
            String no,
            String service,
            String state,
            String stateLabel,
            boolean first,
            long ahead,
            Long minutes,
            Integer window,
            String windowName,
            Instant takenAt) {}

    static One of(Hall hall) {
        return new One(
                hall.code(),
                hall.name(),
                hall.region(),
                hall.address(),
                hall.phone(),
                hall.week() == null ? null : hall.week().written(),
                hall.services());
    }

    Board board(Hall hall) {
        var now = queue.of(hall);
        return new Board(
                hall.name(),
                halls.open(hall, now.now()),
                now.served().stream()
                        .sorted(Comparator.comparing(Ticket::announcedAt).reversed())
                        .map(ticket -> call(ticket, now))
                        .toList(),
                hall.services().stream().map(service -> line(service, now)).toList(),
                tickets.of(hall.code(), halls.today(), TicketState.MISSED).stream()
                        .sorted(Comparator.comparing(Ticket::endedAt).reversed())
                        .map(Ticket::no)
                        .toList());
    }

    Slip slip(Hall hall, Ticket ticket) {
        var now = queue.of(hall);
        var waits = ticket.state() == TicketState.WAITING;
        return new Slip(
                ticket.id(),
                hall.code(),
                hall.name(),
                ticket.no(),
                hall.serviceName(ticket.service()),
                ticket.state().name(),
                ticket.state().label(),
                ticket.first(),
                waits ? Waiting.of(now.before(ticket), ticket.service()) : 0,
                waits
                        ? now.until(ticket.service(), now.before(ticket))
                                .map(Duration::toMinutes)
                                .orElse(null)
                        : null,
                ticket.window(),
                name(ticket.window(), now),
                ticket.takenAt());
    }

    static Line line(Hall.Service service, Waiting now) {
        return new Line(
                service.code(),
                service.name(),
                Waiting.of(now.waiting(), service.code()),
                now.until(service.code(), now.waiting())
                        .map(Duration::toMinutes)
                        .orElse(null),
                (int) now.windows().stream()
                        .filter(window -> window.state() == WindowState.OPEN
                                && window.services().contains(service.code()))
                        .count());
    }

    private static Call call(Ticket ticket, Waiting now) {
        return new Call(
                ticket.no(),
                ticket.window(),
                name(ticket.window(), now),
                ticket.state() == TicketState.SERVING,
                ticket.calls(),
                ticket.announcedAt());
    }

    private static String name(Integer no, Waiting now) {
        return no == null
                ? null
                : now.windows().stream()
                        .filter(window -> window.no() == no)
                        .map(HallWindow::name)
                        .findFirst()
                        .orElse("");
    }
}
