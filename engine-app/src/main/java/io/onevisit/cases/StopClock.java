package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the special procedure that the officer asked for (特别程序). */
@Component
class StopClock implements PlatformStep {

    private final Cases cases;
    private final Procedures procedures;
    private final Clock time;

    StopClock(Cases cases, Procedures procedures, Clock time) {
        this.cases = cases;
        this.procedures = procedures;
        this.time = time;
    }

    @Override
    public String name() {
        return "stopClock";
    }

    @Override
    public void run(StepContext context) {
        var asked = cases.specialProcedure(context.businessKey());
        procedures.open(
                context.businessKey(),
                asked.days() == null ? 0 : asked.days(),
                asked.reason(),
                asked.basis(),
                asked.by(),
                time.instant());
    }
}
