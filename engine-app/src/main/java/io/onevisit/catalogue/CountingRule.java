package io.onevisit.catalogue;

/** Whether a limit counts from the instant of acceptance or from the next working day. */
public enum CountingRule {
    EXACT_TIME,
    NEXT_WORKDAY
}
