package io.onevisit.parties;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.SecondParty;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** Reminds the second person that their answer is still waited for. */
@Component
class RemindParty implements PlatformStep {

    private final Requests requests;

    RemindParty(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return Steps.REMIND_PARTY;
    }

    @Override
    public void run(StepContext context) {
        requests.remind(context.businessKey(), context.text(SecondParty.Variables.PARTY));
    }
}
