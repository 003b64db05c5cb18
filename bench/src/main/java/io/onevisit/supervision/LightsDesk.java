package io.onevisit.supervision;

import org.springframework.context.ApplicationContext;

/** The sweep that raises the cards of whatever is due. */
public final class LightsDesk {

    private final CardSweep sweep;

    public LightsDesk(ApplicationContext platform) {
        sweep = platform.getBean(CardSweep.class);
    }

    /** @return how many cards were raised */
    public int sweep() {
        return sweep.sweep();
    }
}
