package io.onevisit.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /**
     * Begins the watch over a case again at one of its lights, where the part of the process that it watches runs and the
     * watch was lost.
     *
     * @param light {@code yellow} or {@code red}
     * @return false where there is nothing to watch
     */
    boolean restore(String caseNo, String light);

    /** The pending timers of these numbers' instances, all in one question. */
    List<Timer> timers(Collection<String> businessKeys);

    /**
     * Sets timers to other instants, all in one statement; one that a job executor took meanwhile stays as it is.
     *
     * @param timers as {@link #timers} told, each with its new instant
     * @return how many were set
     */
    int redate(Collection<Timer> timers);

    /**
     * A timer that waits.
     *
     * @param id of the engine's job
     * @param element id of its element in the model
     */
    record Timer(String id, String businessKey, String element, Instant due) {

        public Timer at(Instant other) {
            return new Timer(id, businessKey, element, other);
        }
    }

    /** @param light {@code blue}, {@code yellow} or {@code red} */
    record Alarm(String caseNo, String light, Instant due) {}
}
