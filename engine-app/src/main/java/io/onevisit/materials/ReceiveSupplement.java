package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** The applicant answered the notice. */
@Component
class ReceiveSupplement implements PlatformStep {

    private final Supplements supplements;
    private final Cases cases;

    ReceiveSupplement(Supplements supplements, Cases cases) {
        this.supplements = supplements;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "receiveSupplement";
    }

    @Override
    public void run(StepContext context) {
        supplements.end(context.businessKey(), true);
        cases.supplementReceived(context.businessKey());
        context.set("supplemented", true);
    }
}
