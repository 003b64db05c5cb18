package io.onevisit.cases;

import static io.onevisit.processes.SpecialProcedure.Variables.PROCEDURE;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the special procedure that the model demands after acceptance, else the one that the officer asked for (特别程序). */
@Component
class StopClock implements PlatformStep {

    private final Cases cases;
    private final Reviews reviews;
    private final Procedures procedures;
    private final Clock time;

    StopClock(Cases cases, Reviews reviews, Procedures procedures, Clock time) {
        this.cases = cases;
        this.reviews = reviews;
        this.procedures = procedures;
        this.time = time;
    }

    @Override
    public String name() {
        return "stopClock";
    }

    @Override
    public void run(StepContext context) {
        var demanded = context.text(PROCEDURE);
        if (!demanded.isEmpty()) {
            reviews.demanded(context.businessKey(), demanded);
        }
        var asked = cases.specialProcedure(context.businessKey());
        context.set(PROCEDURE, asked.kind());
        procedures.open(
                context.businessKey(),
                asked.days() == null ? 0 : asked.days(),
                asked.unit(),
                asked.reason(),
                asked.basis(),
                asked.by(),
                time.instant());
    }
}
