package io.onevisit.vault;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals what was written before, after the tables are migrated and before anybody is let in. */
@Component
@ConditionalOnProperty(name = "onevisit.vault.at-start", havingValue = "true", matchIfMissing = true)
class ResealAtStart implements SmartLifecycle {

    private final Resealing resealing;
    private volatile boolean done;

    ResealAtStart(Resealing resealing) {
        this.resealing = resealing;
    }

    @Override
    public void start() {
        resealing.run();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the web server and the engine's jobs, which come last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
