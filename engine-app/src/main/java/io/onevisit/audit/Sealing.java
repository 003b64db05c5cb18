package io.onevisit.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals and anchors while the application runs, on a thread of its own: no long sweep of another feature delays it. */
@Component
class Sealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Sealer sealer;
    private final Anchoring anchoring;
    private final AuditProperties properties;
    private ScheduledExecutorService thread;

    Sealing(Sealer sealer, Anchoring anchoring, AuditProperties properties) {
        this.sealer = sealer;
        this.anchoring = anchoring;
        this.properties = properties;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.sealing();
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var named = new Thread(task, "audit-sealer");
            named.setDaemon(true);
            return named;
        });
        every(properties.sealEvery().toMillis(), "sealed", this::sealAll);
        every(properties.anchorEvery().toMillis(), "anchored", anchoring::anchor);
    }

    private void every(long millis, String what, Runnable work) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("The audit could not be {} just now; it is tried again", what, e);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void sealAll() {
        while (sealer.seal() == Sealer.MOST) {
            Thread.onSpinWait(); // more than one batch waited
        }
    }

    /** What was noted until now is sealed and anchored before the database goes. */
    @Override
    public synchronized void stop() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(5, TimeUnit.SECONDS)) {
                sealAll();
                anchoring.anchor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The audit's last entries are sealed at the next start", e);
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
