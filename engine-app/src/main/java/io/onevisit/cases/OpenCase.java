package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Receives a case and tells the process how its item is handled (收件). */
@Component
class OpenCase implements PlatformStep {

    private final Cases cases;

    OpenCase(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "openCase";
    }

    @Override
    public void run(StepContext context) {
        var file = cases.get(context.businessKey());
        cases.move(file.caseNo(), CaseState.RECEIVED, "平台", "申报材料核验通过", "");
        cases.begin(file.applicationNo());
        context.set("itemCode", file.itemCode());
        context.set("department", file.department());
        context.set("handlingMode", file.mode());
        context.set("issuesLicense", file.resultLicense() != null);
    }
}
