package io.onevisit.promises;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Ends a case whose promised materials did not come in time (补正不来办结). */
@Component
class LapseDeferral implements PlatformStep {

    private final DeferredMaterials deferred;

    LapseDeferral(DeferredMaterials deferred) {
        this.deferred = deferred;
    }

    @Override
    public String name() {
        return "lapseDeferral";
    }

    @Override
    public void run(StepContext context) {
        deferred.lapse(context.businessKey());
    }
}
