package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** The notice was not answered in time. */
@Component
class LapseSupplement implements PlatformStep {

    private final Supplements supplements;
    private final Cases cases;
    private final Locks locks;

    LapseSupplement(Supplements supplements, Cases cases, Locks locks) {
        this.supplements = supplements;
        this.cases = cases;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "lapseSupplement";
    }

    @Override
    public void run(StepContext context) {
        locks.of(context.businessKey());
        supplements.end(context.businessKey(), false);
        cases.supplementLapsed(context.businessKey());
        context.set("supplemented", false);
    }
}
