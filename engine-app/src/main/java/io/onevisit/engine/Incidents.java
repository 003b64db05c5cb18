package io.onevisit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the engine could not do: shown with a reason, retried by a person. */
public interface Incidents {

    List<Incident> open();

    Optional<Incident> find(String incidentId);

    /** The open ones of one process instance. */
    List<Incident> of(String processInstanceId);

    /** Gives the failed job or external task one more round of tries. */
    default void retry(String incidentId) {
        retry(incidentId, Again.NOW);
    }

    void retry(String incidentId, Again again);

    /** Who looks after it from now on, and what is being done; what was said before is replaced. */
    void care(String incidentId, Care care);

    /**
     * @param tries how often, {@code null} for as often as at first
     * @param at when, {@code null} for at once; a worker's task can only be tried at once
     */
    record Again(Integer tries, Instant at) {
        public static final Again NOW = new Again(null, null);
    }

    /** @param keeper user name, {@code null} for nobody */
    record Care(String keeper, String name, String note, Instant at) {}

    /**
     * Does a failed step of the platform now, in the caller's transaction, and fails as it fails: for one who rolls it
     * back and wants to know. Work of workers is not theirs to do and stays as it is.
     *
     * @return false where it is a worker's
     */
    boolean tryNow(String incidentId);

    /**
     * @param activity label of the element that failed
     * @param topic topic of the worker, {@code null} for a step of the platform
     * @param cause first 2 kB of the reason
     * @param usualTries how often it is tried again where nobody says how often
     * @param care {@code null} until somebody says something
     */
    record Incident(
            String id,
            String businessKey,
            String processKey,
            String processInstanceId,
            String activityId,
            String activity,
            String topic,
            String worker,
            String message,
            String cause,
            Instant since,
            int usualTries,
            Care care) {}
}
