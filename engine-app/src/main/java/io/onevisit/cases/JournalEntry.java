package io.onevisit.cases;

import java.time.Instant;

/**
 * One line of what happened: who did what, when, and on which legal basis.
 *
 * @param forWhom whose application or case it was done in
 */
public record JournalEntry(
        String no, Instant at, String who, String forWhom, String what, String detail, String basis) {

    /** How a line begins that says when and where something is held. */
    public static final String ARRANGED = "日期：";
}
