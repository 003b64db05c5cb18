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
