package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Closes the application when all its cases have ended (统一办结). */
@Component
class CloseApplication implements PlatformStep {

    private final Applications applications;
    private final Locks locks;

    CloseApplication(Applications applications, Locks locks) {
        this.applications = applications;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "closeApplication";
    }

    @Override
    public void run(StepContext context) {
        var no = context.text("applicationNo");
        locks.application(no);
        applications.close(no);
    }
}
