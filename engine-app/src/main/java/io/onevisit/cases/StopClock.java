package io.onevisit.cases;

import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.problems.Problem;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the special procedure that the officer asked for (特别程序). */
@Component
class StopClock implements PlatformStep {

    private final Cases cases;
    private final Clocks clocks;
    private final Clock time;

    StopClock(Cases cases, Clocks clocks, Clock time) {
        this.cases = cases;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public String name() {
        return "stopClock";
    }

    @Override
    public void run(StepContext context) {
        var asked = cases.specialProcedure(context.businessKey());
        if (asked.days() == null || asked.days() < 1) {
            throw Problem.invalid("special-days", "请填写特别程序所需的天数，至少 1 天。");
        }
        clocks.startSpecialProcedure(
                context.businessKey(), asked.days(), asked.reason(), asked.basis(), time.instant());
        cases.move(
                context.businessKey(),
                CaseState.SUSPENDED,
                "承办人",
                "%s，需 %d 天，不计入办理时限".formatted(asked.reason(), asked.days()),
                "行政许可法第四十五条");
    }
}
