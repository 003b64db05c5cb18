package io.onevisit.halls;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A 票号: its number and what it is for, nobody's name.
 *
 * @param no e.g. A012
 * @param first whether its turn comes before that of who arrived at the same time
 * @param rankAt its place in the queue
 * @param wanted the window it was handed on to, {@code null} for any
 * @param calledAt when it was called first
 */
record Ticket(
        UUID id,
        String hall,
        String no,
        String service,
        String source,
        boolean first,
        Instant rankAt,
        TicketState state,
        Instant takenAt,
        Integer window,
        String clerk,
        Integer wanted,
        int calls,
        Instant calledAt,
        Instant announcedAt,
        Instant startedAt,
        Instant endedAt) {

    /** From taking it to being called first, to now where it was not called yet. */
    Duration waited(Instant now) {
        return Duration.between(takenAt, calledAt == null ? now : calledAt);
    }
}
