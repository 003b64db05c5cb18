package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Accepts a case (受理). */
@Component
class AcceptCase implements PlatformStep {

    private final Cases cases;
    private final Applications applications;

    AcceptCase(Cases cases, Applications applications) {
        this.cases = cases;
        this.applications = applications;
    }

    @Override
    public String name() {
        return "acceptCase";
    }

    @Override
    public void run(StepContext context) {
        var no = context.businessKey();
        cases.move(no, CaseState.ACCEPTED, "平台", "材料齐全、符合法定形式", "行政许可法第三十二条第一款第五项");
        if (applications.isDeemedAccepted(cases.get(no).applicationNo())) {
            applications.deemedAcceptedAt(no).ifPresent(at -> cases.accepted(no, at));
        }
    }
}
