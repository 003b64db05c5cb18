package io.onevisit.cases;

import java.time.Instant;

/**
 * One line of what happened: who did what, when, and on which legal basis.
 *
 * @param forWhom whose application or case it was done in
 */
public record JournalEntry(
        String no, Instant at, String who, String forWhom, String what, String detail, String basis) {}
