package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends the open special procedure; the clock runs on. */
@Component
class ResumeClock implements PlatformStep {

    private final Cases cases;
    private final Procedures procedures;
    private final Clock time;

    ResumeClock(Cases cases, Procedures procedures, Clock time) {
        this.cases = cases;
        this.procedures = procedures;
        this.time = time;
    }

    @Override
    public String name() {
        return "resumeClock";
    }

    @Override
    public void run(StepContext context) {
        var ended = cases.specialProcedure(context.businessKey());
        procedures.end(context.businessKey(), ended.endedBy(), ended.result(), time.instant());
    }
}
