package io.onevisit.cases;

import java.time.Instant;

/** One line of what happened: who did what, when, and on which legal basis. */
public record JournalEntry(String no, Instant at, String who, String what, String detail, String basis) {}
