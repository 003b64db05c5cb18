package io.onevisit.engine;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine works through its jobs.
 *
 * @param jobs whether this node runs due jobs
 * @param retries the waits between two tries of a failed job; when they are used up the failure becomes an incident
 * @param workerTries how often a worker's task is tried once a person lets it be tried again
 */
@ConfigurationProperties("onevisit.engine")
record EngineProperties(
        @DefaultValue("true") boolean jobs,
        @DefaultValue({"PT10S", "PT1M", "PT5M", "PT30M", "PT2H"}) List<Duration> retries,
        @DefaultValue("4") int workerTries) {

    String retryCycle() {
        return retries.stream().map(Duration::toString).collect(Collectors.joining(","));
    }

    /** The first try and one after each wait. */
    int tries() {
        return retries.size() + 1;
    }
}
