package io.onevisit.operations;

import io.onevisit.operations.Line.Effect;
import java.util.List;

/** What came of one process, tried or done. */
record Outcome(
        LineState state,
        String instance,
        List<String> stood,
        List<String> stands,
        List<Effect> effects,
        String note,
        String mark) {

    static Outcome not(LineState state, String note) {
        return new Outcome(state, null, List.of(), List.of(), List.of(), note, "");
    }
}
