package io.onevisit.halls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The queue of a hall at one moment, and how long it will take: what comes before somebody and what the windows are busy
 * with, at the pace of the last tickets served, shared among the open windows that serve them.
 *
 * @param waiting in the order of their turn
 * @param pace how long serving one takes, by service
 */
record Waiting(
        List<Ticket> waiting, List<Ticket> served, List<HallWindow> windows, Map<String, Duration> pace, Instant now) {

    /** What comes before a ticket that waits. */
    List<Ticket> before(Ticket mine) {
        return waiting.stream()
                .takeWhile(ticket -> !ticket.id().equals(mine.id()))
                .toList();
    }

    /** What comes before a newcomer whose place is this. */
    List<Ticket> before(Instant rank) {
        return waiting.stream().filter(ticket -> !ticket.rankAt().isAfter(rank)).toList();
    }

    static long of(List<Ticket> tickets, String service) {
        return tickets.stream()
                .filter(ticket -> ticket.service().equals(service))
                .count();
    }

    /** How long until somebody is called before whom these come, to the next five minutes; empty where no window serves it now. */
    Optional<Duration> until(String service, List<Ticket> before) {
        var serving = windows.stream()
                .filter(window ->
                        window.state() == WindowState.OPEN && window.services().contains(service))
                .toList();
        if (serving.isEmpty()) {
            return Optional.empty();
        }
        var work = before.stream()
                .filter(ticket ->
                        serving.stream().anyMatch(window -> window.services().contains(ticket.service())))
                .map(ticket -> pace.get(ticket.service()))
                .reduce(Duration.ZERO, Duration::plus)
                .plus(left(serving));
        return Optional.of(rounded(work.dividedBy(serving.size())));
    }

    /** What is left of what these windows have before them; nothing where one of them is free. */
    private Duration left(List<HallWindow> serving) {
        var left = serving.stream()
                .map(window -> served.stream()
                        .filter(ticket -> Objects.equals(ticket.window(), window.no()))
                        .findFirst()
                        .map(this::left))
                .toList();
        return left.stream().anyMatch(Optional::isEmpty)
                ? Duration.ZERO
                : left.stream().flatMap(Optional::stream).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration left(Ticket ticket) {
        var whole = pace.get(ticket.service());
        var spent = ticket.startedAt() == null ? Duration.ZERO : Duration.between(ticket.startedAt(), now);
        return spent.compareTo(whole) > 0 ? Duration.ZERO : whole.minus(spent);
    }

    private static Duration rounded(Duration exact) {
        return Duration.ofMinutes((exact.toSeconds() + 299) / 300 * 5);
    }
}
