package io.onevisit.workers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a platform that is down: longer each time, by chance a little more or less, said once and not each time. */
class Patience implements ErrorAwareBackoffStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final AtomicBoolean said;
    private int failures;

    /** @param said shared by all clients of this process, so that one sentence stands for all */
    Patience(AtomicBoolean said) {
        this.said = said;
    }

    @Override
    public void reconfigure(List<ExternalTask> tasks, ExternalTaskClientException failure) {
        if (failure == null) {
            failures = 0;
            if (said.compareAndSet(true, false)) {
                LOG.info("The platform answers; work goes on");
            }
            return;
        }
        failures++;
        if (failures > 1 && said.compareAndSet(false, true)) { // one failure may be a request cut off in passing
            LOG.info("The platform does not answer yet ({}); waiting for it", failure.getMessage());
        }
    }

    @Override
    public long calculateBackoffTime() {
        if (failures == 0) {
            return 0;
        }
        var wait = Math.min(FIRST.toMillis() << Math.min(failures - 1, 10), LONGEST.toMillis());
        return (long) (wait * ThreadLocalRandom.current().nextDouble(0.5, 1.0));
    }
}
