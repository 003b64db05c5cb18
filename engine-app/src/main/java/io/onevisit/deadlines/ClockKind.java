package io.onevisit.deadlines;

/** What is supervised: a case, a special procedure, an online pre-acceptance, the issue of a license, a question, a complaint. */
public enum ClockKind {
    CASE,
    SPECIAL_PROCEDURE,
    ONLINE_PREACCEPTANCE,
    LICENSE_ISSUE,
    CONSULTATION,
    COMPLAINT
}
