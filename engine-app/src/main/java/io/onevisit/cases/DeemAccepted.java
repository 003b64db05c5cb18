package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Nobody told the applicant in time what is wanting: accepted as of the day of receipt (行政许可法 art. 32). */
@Component
class DeemAccepted implements PlatformStep {

    private final Applications applications;
    private final Locks locks;

    DeemAccepted(Applications applications, Locks locks) {
        this.applications = applications;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "deemAccepted";
    }

    @Override
    public void run(StepContext context) {
        locks.application(context.businessKey());
        applications.deemAccepted(context.businessKey());
    }
}
