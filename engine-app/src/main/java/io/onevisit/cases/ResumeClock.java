package io.onevisit.cases;

import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends the open special procedure; the clock runs on. */
@Component
class ResumeClock implements PlatformStep {

    private final Cases cases;
    private final Clocks clocks;
    private final Clock time;

    ResumeClock(Cases cases, Clocks clocks, Clock time) {
        this.cases = cases;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public String name() {
        return "resumeClock";
    }

    @Override
    public void run(StepContext context) {
        clocks.endSpecialProcedure(context.businessKey(), time.instant());
        cases.move(context.businessKey(), CaseState.UNDER_REVIEW, "承办人", "特别程序结束，恢复计时", "");
    }
}
