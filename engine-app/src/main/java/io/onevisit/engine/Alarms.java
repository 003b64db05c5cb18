package io.onevisit.engine;

import java.time.Instant;
import java.util.Optional;

/** The engine's timers that follow the ledger: a case's pending light (blue, then yellow, then red), and ends of other clocks. */
public interface Alarms {

    /** Sets the pending timer of the case, if there is one, to the instant that belongs to its light. */
    void redate(String caseNo, Instant blueAt, Instant yellowAt, Instant redAt);

    /**
     * Sets pending timers of the instances of a number, each to the instant that belongs to it.
     *
     * @param timer id of the timer's element
     * @param due {@code null} where nobody knows: the timer waits until it is dated again
     */
    void redate(String businessKey, String timer, Instant due);

    Optional<Alarm> pending(String caseNo);

    /** @param light {@code blue}, {@code yellow} or {@code red} */
    record Alarm(String caseNo, String light, Instant due) {}
}
