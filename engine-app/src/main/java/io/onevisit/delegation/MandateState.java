package io.onevisit.delegation;

/** What became of a mandate. */
enum MandateState {
    OFFERED,
    ACCEPTED,
    REFUSED,
    ENDED
}
