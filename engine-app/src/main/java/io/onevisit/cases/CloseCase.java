package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Closes a case with its result (办结). */
@Component
class CloseCase implements PlatformStep {

    private final Cases cases;

    CloseCase(Cases cases) {
        this.cases = cases;
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
            cases.end(file.caseNo(), CaseState.RETURNED, CaseResult.valueOf(result), "平台", "逾期未补正，视为撤回申请");
            context.set("outcome", "returned");
        } else if (file.state() == CaseState.DENIED) {
            cases.end(file.caseNo(), CaseState.CLOSED, CaseResult.DENIED, "平台", file.decisionReason());
            context.set("outcome", "denied");
        } else {
            var licensed = file.licenseId() != null;
            cases.end(
                    file.caseNo(),
                    CaseState.CLOSED,
                    licensed ? CaseResult.LICENSED : CaseResult.DONE,
                    "平台",
                    licensed ? "已制发电子证照 " + file.licenseId() : "");
            context.set("outcome", "granted");
        }
    }
}
