package io.onevisit.processes;

/** The messages a process waits for. */
public final class Messages {
    public static final String DEPARTMENT_ANSWERED = "department-answered";

    private Messages() {}
}
