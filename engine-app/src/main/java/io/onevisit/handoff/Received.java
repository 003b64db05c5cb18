package io.onevisit.handoff;

/** What became of a callback. */
enum Received {
    APPLIED,
    DUPLICATE,
    EARLY,
    STALE
}
