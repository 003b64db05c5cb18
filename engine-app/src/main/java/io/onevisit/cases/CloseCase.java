package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closes a case with its result (办结). */
@Component
class CloseCase implements PlatformStep {

    private static final String OVERDUE = "补正期限届满未补正，视为撤回申请";

    private final Cases cases;
    private final ApplicationEventPublisher events;

    CloseCase(Cases cases, ApplicationEventPublisher events) {
        this.cases = cases;
        this.events = events;
    }

    @Override
    public String name() {
        return "closeCase";
    }

    @Override
    public void run(StepContext context) {
        var file = cases.lock(context.businessKey());
        var result = context.text("result");
        if (!result.isEmpty()) {
            cases.end(file.caseNo(), CaseState.RETURNED, CaseResult.valueOf(result), "平台", OVERDUE);
            events.publishEvent(new CasesEnded(file.applicationNo(), List.of(cases.get(file.caseNo())), OVERDUE, ""));
            context.set("outcome", "returned");
        } else if (file.state() == CaseState.DENIED) {
            cases.end(
                    file.caseNo(),
                    CaseState.CLOSED,
                    CaseResult.DENIED,
                    "平台",
                    CaseResult.DENIED.inWords() + "　" + file.decisionReason());
            context.set("outcome", "denied");
        } else {
            var granted = file.licenseId() != null ? CaseResult.LICENSED : CaseResult.DONE;
            cases.end(file.caseNo(), CaseState.CLOSED, granted, "平台", granted.inWords());
            context.set("outcome", "granted");
        }
    }
}
