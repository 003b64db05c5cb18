package io.onevisit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the engine could not do: shown with a reason, retried by a person. */
public interface Incidents {

    List<Incident> open();

    Optional<Incident> find(String incidentId);

    /** Gives the failed job or external task one more round of tries. */
    void retry(String incidentId);

    /** The same with so many tries. */
    void retry(String incidentId, int tries);

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
            Instant since) {}
}
