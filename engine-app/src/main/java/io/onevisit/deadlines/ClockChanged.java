package io.onevisit.deadlines;

import java.time.Instant;

/**
 * The ledger of a clock got an entry; heard in the same transaction.
 *
 * @param dueAt when the promised limit ends
 */
public record ClockChanged(
        Clocks.Key key,
        Instant startedAt,
        Instant blueAt,
        Instant yellowAt,
        Instant redAt,
        Instant dueAt,
        boolean stopped,
        Instant finishedAt) {}
