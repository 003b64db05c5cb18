package io.onevisit.halls;

/** Whether a window calls tickets. */
enum WindowState {
    OPEN,
    /** Somebody sits there and calls nobody for now. */
    PAUSED,
    CLOSED
}
