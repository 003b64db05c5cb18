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
        var deemed = applications.isDeemedAccepted(cases.lock(no).applicationNo());
        cases.move(
                no,
                CaseState.ACCEPTED,
                "平台",
                deemed ? "五个工作日内没有告知补正，视为受理" : "材料齐全、符合法定形式",
                deemed ? "行政许可法第三十二条第一款第四项" : "行政许可法第三十二条第一款第五项");
        if (deemed) {
            applications.deemedAcceptedAt(no).ifPresent(at -> cases.accepted(no, at));
        }
    }
}
