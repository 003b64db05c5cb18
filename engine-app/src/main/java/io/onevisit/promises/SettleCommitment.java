package io.onevisit.promises;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Ends the check of a promise: kept, or the decision and its license revoked. */
@Component
class SettleCommitment implements PlatformStep {

    private final Commitments commitments;

    SettleCommitment(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public String name() {
        return "settleCommitment";
    }

    @Override
    public void run(StepContext context) {
        commitments.settle(context.businessKey(), !context.text("outcome").equals("revoke"));
    }
}
