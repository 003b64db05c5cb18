package io.onevisit.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.onevisit.engine.InstanceMoves.Pair;
import io.onevisit.engine.InstanceMoves.Step;
import java.util.List;

/**
 * What is to be done with each process.
 *
 * @param edition they run on; of a retry and a restart empty
 * @param steps of a modification
 * @param target edition a migration goes to
 * @param pairs which element of it stands for which
 * @param newTriggers whether a migration makes waiting timers and messages anew
 * @param tries a retry gives
 * @param spreadMinutes over which the processes are spread, zero for one after the other at once
 * @param before element a restart begins before, empty for the start
 * @param tellAgain whether applicants are told what this comes by
 * @param handOffAgain whether departments are given what this comes by
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Instructions(
        String edition,
        List<Step> steps,
        String target,
        List<Pair> pairs,
        boolean newTriggers,
        int tries,
        int spreadMinutes,
        String before,
        boolean tellAgain,
        boolean handOffAgain) {

    Instructions {
        edition = edition == null ? "" : edition;
        steps = steps == null ? List.of() : List.copyOf(steps);
        target = target == null ? "" : target;
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
        before = before == null ? "" : before;
    }
}
