package io.onevisit.halls;

/** Why somebody may come before others; what it is worth says the decision {@code queue-priority}. */
enum Claim {
    ELDER,
    DISABLED,
    SOLDIER,
    EXPECTING,
    /** Checked in with an appointment, which nobody claims by themselves. */
    APPOINTMENT;

    boolean claimed() {
        return this != APPOINTMENT;
    }
}
