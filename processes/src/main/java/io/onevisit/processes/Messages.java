package io.onevisit.processes;

/** The messages a process waits for. */
public final class Messages {
    public static final String DEPARTMENT_ANSWERED = "department-answered";
    /** A supervisor has revoked the card of their own motion. */
    public static final String CARD_WITHDRAWN = "card-withdrawn";

    private Messages() {}
}
