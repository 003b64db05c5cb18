package io.onevisit.materials;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** The notice was not answered in time. */
@Component
class LapseSupplement implements PlatformStep {

    private final Supplements supplements;

    LapseSupplement(Supplements supplements) {
        this.supplements = supplements;
    }

    @Override
    public String name() {
        return "lapseSupplement";
    }

    @Override
    public void run(StepContext context) {
        supplements.end(context.businessKey(), false);
        context.set("supplemented", false);
    }
}
