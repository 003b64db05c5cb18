package io.onevisit.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * One process of an operation.
 *
 * @param number of what it is about
 * @param instance the engine's process; {@code null} before a restart
 * @param stood labels of the elements it waited at
 * @param stands labels of those it would wait at, or waits at since
 * @param note why it cannot be done, or was not
 * @param mark how it stood when it was tried
 */
record Line(
        int place,
        String number,
        String instance,
        @JsonIgnore String incident,
        LineState state,
        List<String> stood,
        List<String> stands,
        List<Effect> effects,
        String note,
        @JsonIgnore String mark,
        Instant notBefore,
        Instant changedAt) {

    @JsonProperty("stateLabel")
    String stateLabel() {
        return state.label();
    }

    /** Something that happens to a case beside the move itself. */
    record Effect(Sort sort, String text) {}

    enum Sort {
        STATE,
        TASK,
        CLOCK,
        ALARM,
        NOTICE,
        HANDOFF,
        LICENSE,
        INCIDENT,
        /** What would have gone out and is held back. */
        HELD
    }
}
