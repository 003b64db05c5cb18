package io.onevisit.supervision;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** The feedback was accepted: the card is settled (销号). */
@Component
class SettleCard implements PlatformStep {

    private final CardEnds ends;

    SettleCard(CardEnds ends) {
        this.ends = ends;
    }

    @Override
    public String name() {
        return Steps.SETTLE_CARD;
    }

    @Override
    public void run(StepContext context) {
        ends.byItsLoop(context.businessKey(), CardState.SETTLED, "销号");
    }
}
