package io.onevisit.tasks;

import java.time.Instant;

/**
 * What a colleague was asked about a task, and what they said.
 *
 * @param agrees {@code null} while unanswered
 */
record Opinion(
        long id,
        OpinionKind kind,
        String askedBy,
        String askedByName,
        String askedOf,
        String askedOfName,
        String question,
        Instant askedAt,
        Instant answeredAt,
        Boolean agrees,
        String opinion,
        Instant withdrawnAt) {

    boolean isOpen() {
        return answeredAt == null && withdrawnAt == null;
    }
}
