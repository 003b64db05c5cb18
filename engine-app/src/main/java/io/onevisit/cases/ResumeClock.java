package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends the open special procedure; the clock runs on. */
@Component
class ResumeClock implements PlatformStep {

    private final Procedures procedures;
    private final Clock time;

    ResumeClock(Procedures procedures, Clock time) {
        this.procedures = procedures;
        this.time = time;
    }

    @Override
    public String name() {
        return "resumeClock";
    }

    @Override
    public void run(StepContext context) {
        procedures.end(context.businessKey(), "承办人", "", time.instant());
    }
}
