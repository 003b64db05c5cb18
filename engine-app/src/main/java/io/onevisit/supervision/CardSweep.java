package io.onevisit.supervision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every minute raises the cards that the engine's timers have not: because it was down, busy, or re-dated meanwhile. */
@Component
class CardSweep {

    private static final Logger log = LoggerFactory.getLogger(CardSweep.class);
    private static final int BATCH = 1000;

    private final DueLights lights;

    CardSweep(DueLights lights) {
        this.lights = lights;
    }

    /** @return how many cards were raised */
    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.sweep:60s}")
    public int sweep() {
        var raised = 0;
        var batch = lights.raise(BATCH);
        while (!batch.isEmpty()) {
            raised += batch.size();
            batch = lights.raise(BATCH);
        }
        if (raised > 0) log.info("{} cards raised by the sweep", raised);
        return raised;
    }
}
