package io.onevisit.workers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hard workers try before a person is asked to look.
 *
 * @param attempts how often work is tried in all after errors nobody foresaw
 * @param patience how often it is tried in all while a neighbour is down
 * @param pause wait before the second try; doubles each time
 * @param longest longest wait between two tries
 */
@Validated
@ConfigurationProperties("onevisit.workers.retry")
public record Retry(
        @DefaultValue("6") @Positive int attempts,
        @DefaultValue("4000") @Positive int patience,
        @DefaultValue("2s") @NotNull Duration pause,
        @DefaultValue("1m") @NotNull Duration longest) {

    int left(ExternalTask task, boolean unavailable) {
        var allowed = unavailable ? patience : attempts;
        var left = task.getRetries() == null ? allowed : Math.min(task.getRetries(), allowed);
        return Math.max(0, left - 1);
    }

    /** The wait before the next try in milliseconds: twice as long each time, a quarter more or less by chance. */
    long pause(ExternalTask task) {
        var left = task.getRetries() == null ? Integer.MAX_VALUE : task.getRetries();
        var tried = left > patience ? 0 : (left > attempts ? patience : attempts) - left;
        var doubled = pause.toMillis() << Math.min(20, Math.max(0, tried));
        var wait = Math.min(doubled, longest.toMillis());
        return (long) (wait * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
    }
}
