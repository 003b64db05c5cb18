package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Refuses to accept all open cases of an application (不予受理). */
@Component
class RefuseCases implements PlatformStep {

    private final Cases cases;
    private final Applications applications;

    RefuseCases(Cases cases, Applications applications) {
        this.cases = cases;
        this.applications = applications;
    }

    @Override
    public String name() {
        return "refuseCases";
    }

    @Override
    public void run(StepContext context) {
        var applicationNo = context.text("applicationNo");
        var reason = applications.reviewNote(applicationNo);
        for (var file : cases.ofApplication(applicationNo)) {
            if (!file.state().isEnd()) {
                cases.end(file.caseNo(), CaseState.ACCEPTANCE_REFUSED, CaseResult.RETURNED, "综窗", reason);
            }
        }
    }
}
