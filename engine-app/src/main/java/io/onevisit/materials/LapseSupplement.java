package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** The notice was not answered in time. */
@Component
class LapseSupplement implements PlatformStep {

    private final Supplements supplements;
    private final Cases cases;

    LapseSupplement(Supplements supplements, Cases cases) {
        this.supplements = supplements;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "lapseSupplement";
    }

    @Override
    public void run(StepContext context) {
        supplements.end(context.businessKey(), false);
        cases.supplementLapsed(context.businessKey());
        context.set("supplemented", false);
    }
}
