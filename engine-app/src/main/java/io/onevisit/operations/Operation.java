package io.onevisit.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * One operation.
 *
 * @param region of who asked: nothing outside of it is touched
 * @param editionName the edition the processes run on, in words; empty where they run on several
 * @param told the instructions in sentences
 * @param startedAt when it began to be done
 */
record Operation(
        long no,
        OperationKind kind,
        OperationState state,
        String region,
        String edition,
        String editionName,
        Instructions instructions,
        List<String> told,
        String reason,
        String askedBy,
        String askedName,
        Instant askedAt,
        Instant checkedAt,
        Instant startedAt,
        Instant endedAt) {

    @JsonProperty("kindLabel")
    String kindLabel() {
        return kind.label();
    }

    @JsonProperty("stateLabel")
    String stateLabel() {
        return state.label();
    }

    /** How journals name it. */
    String name() {
        return "批量操作 %d 号".formatted(no);
    }
}
