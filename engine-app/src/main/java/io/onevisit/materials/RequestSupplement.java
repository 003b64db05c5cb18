package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.cases.Locks;
import io.onevisit.engine.CaseClock;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends the applicant one notice of everything that is wanted. */
@Component
class RequestSupplement implements PlatformStep {

    private final Supplements supplements;
    private final Cases cases;
    private final Locks locks;
    private final CaseClock clock;
    private final ApplicationEventPublisher events;

    RequestSupplement(
            Supplements supplements, Cases cases, Locks locks, CaseClock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.supplements = supplements;
        this.cases = cases;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "requestSupplement";
    }

    @Override
    public void run(StepContext context) {
        locks.of(context.businessKey());
        var key = context.businessKey();
        var dueAt = clock.supplementDueAt(key);
        var notice = supplements.request(key, dueAt);
        cases.requestSupplement(key, supplements.askedBy(key));
        events.publishEvent(new SupplementRequested(notice));
    }
}
