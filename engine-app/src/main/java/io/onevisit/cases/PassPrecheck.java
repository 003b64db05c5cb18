package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** The materials are in order: the cases wait for their turn (预审通过). */
@Component
class PassPrecheck implements PlatformStep {

    private final Cases cases;
    private final Locks locks;
    private final Applications applications;

    PassPrecheck(Cases cases, Locks locks, Applications applications) {
        this.applications = applications;
        this.cases = cases;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "passPrecheck";
    }

    @Override
    public void run(StepContext context) {
        var review = applications.review(context.businessKey());
        var byClerk = review.outcome().equals("accept") && !applications.isDeemedAccepted(context.businessKey());
        for (var file : locks.application(context.businessKey())) {
            if (file.state() == CaseState.SUBMITTED) {
                cases.move(
                        file.caseNo(),
                        CaseState.PRECHECK_PASSED,
                        byClerk ? review.by() : "平台",
                        byClerk ? ("综窗预审通过　" + review.note()).strip() : "材料核验通过",
                        "");
            }
        }
    }
}
