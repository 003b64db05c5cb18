package io.onevisit.supervision;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** The appeal was granted: the card is revoked (撤销) and counts no longer. */
@Component
class RevokeCard implements PlatformStep {

    private final CardEnds ends;

    RevokeCard(CardEnds ends) {
        this.ends = ends;
    }

    @Override
    public String name() {
        return Steps.REVOKE_CARD;
    }

    @Override
    public void run(StepContext context) {
        ends.byItsLoop(context.businessKey(), CardState.REVOKED, "撤销");
    }
}
