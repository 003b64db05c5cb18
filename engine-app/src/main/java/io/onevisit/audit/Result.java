package io.onevisit.audit;

/** What became of an act. */
enum Result {
    DONE,
    /** Declined with a sentence; nothing has changed. */
    REFUSED,
    /** Broke off; nothing has changed. */
    FAILED
}
