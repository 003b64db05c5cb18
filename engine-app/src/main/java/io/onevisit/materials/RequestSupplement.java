package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.engine.CaseClock;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Sends the applicant one notice of everything that is wanted. */
@Component
class RequestSupplement implements PlatformStep {

    private final Supplements supplements;
    private final Cases cases;
    private final CaseClock clock;

    RequestSupplement(Supplements supplements, Cases cases, CaseClock clock) {
        this.supplements = supplements;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "requestSupplement";
    }

    @Override
    public void run(StepContext context) {
        var key = context.businessKey();
        var dueAt = clock.supplementDueAt(key);
        supplements.request(key, dueAt);
        cases.requestSupplement(key, dueAt);
    }
}
