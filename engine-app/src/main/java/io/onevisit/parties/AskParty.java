package io.onevisit.parties;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.SecondParty;
import io.onevisit.processes.Steps;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Asks the person whom the answers name, unless that is the applicant. */
@Component
class AskParty implements PlatformStep {

    private final Requests requests;

    AskParty(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return Steps.ASK_PARTY;
    }

    @Override
    public void run(StepContext context) {
        var applicationNo = context.businessKey();
        var party = context.text(SecondParty.Variables.PARTY);
        if (requests.isApplicant(applicationNo, party)) {
            context.set(SecondParty.Variables.PARTY_OUTCOME, SecondParty.AGREED);
            return;
        }
        var asked = requests.ask(applicationNo, party, days(context), context.text(SecondParty.Variables.PURPOSE));
        context.set(SecondParty.Variables.PARTY_OUTCOME, asked.state().outcome());
        context.set(SecondParty.Variables.ANSWER_DUE_AT, Date.from(asked.until()));
        context.set(SecondParty.Variables.REMINDER_DUE_AT, Date.from(asked.reminderAt()));
    }

    private static int days(StepContext context) {
        var days = context.text(SecondParty.Variables.DAYS);
        if (!days.matches("[1-9]\\d?")) {
            throw new IllegalStateException("另一方的答复期限“%s”不是 1 到 99 之间的天数".formatted(days));
        }
        return Integer.parseInt(days);
    }
}
