package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** The applicant answered the notice. */
@Component
class ReceiveSupplement implements PlatformStep {

    private final Supplements supplements;
    private final Cases cases;
    private final Locks locks;

    ReceiveSupplement(Supplements supplements, Cases cases, Locks locks) {
        this.supplements = supplements;
        this.cases = cases;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "receiveSupplement";
    }

    @Override
    public void run(StepContext context) {
        locks.of(context.businessKey());
        var who = supplements.answeredBy(context.businessKey());
        supplements.end(context.businessKey(), true);
        cases.supplementReceived(context.businessKey(), who);
        context.set("supplemented", true);
    }
}
