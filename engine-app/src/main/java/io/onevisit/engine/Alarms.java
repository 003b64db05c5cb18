package io.onevisit.engine;

import java.time.Instant;
import java.util.Optional;

/** The engine's pending light timer of a case: one at a time, blue, then yellow, then red. */
public interface Alarms {

    /** Sets the pending timer of the case, if there is one, to the instant that belongs to its light. */
    void redate(String caseNo, Instant blueAt, Instant yellowAt, Instant redAt);

    Optional<Alarm> pending(String caseNo);

    /** @param light {@code blue}, {@code yellow} or {@code red} */
    record Alarm(String caseNo, String light, Instant due) {}
}
