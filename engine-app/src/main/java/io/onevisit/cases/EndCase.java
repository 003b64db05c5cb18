package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Ends the case as whoever ended it wrote down (中途终止). */
@Component
class EndCase implements PlatformStep {

    private final Endings endings;

    EndCase(Endings endings) {
        this.endings = endings;
    }

    @Override
    public String name() {
        return "endCase";
    }

    @Override
    public void run(StepContext context) {
        context.set("outcome", endings.apply(context.businessKey()).outcome());
    }
}
