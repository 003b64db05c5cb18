package io.onevisit.deadlines;

import java.time.Instant;

/** The ledger of a case got an entry; heard in the same transaction. */
public record ClockChanged(
        String caseNo,
        Instant startedAt,
        Instant blueAt,
        Instant yellowAt,
        Instant redAt,
        boolean stopped,
        Instant finishedAt) {}
