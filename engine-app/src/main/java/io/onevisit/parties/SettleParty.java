package io.onevisit.parties;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.SecondParty;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** Writes down that a request ended without an answer. */
@Component
class SettleParty implements PlatformStep {

    private final Requests requests;

    SettleParty(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return Steps.SETTLE_PARTY;
    }

    @Override
    public void run(StepContext context) {
        var state =
                switch (context.text(Steps.Inputs.RESULT)) {
                    case SecondParty.EXPIRED -> Agreement.State.EXPIRED;
                    case SecondParty.WITHDRAWN -> Agreement.State.WITHDRAWN;
                    default -> throw new IllegalStateException("确认请求没有这种结果：" + context.text(Steps.Inputs.RESULT));
                };
        context.set(
                SecondParty.Variables.PARTY_OUTCOME,
                requests.settle(context.businessKey(), context.text(SecondParty.Variables.PARTY), state));
    }
}
