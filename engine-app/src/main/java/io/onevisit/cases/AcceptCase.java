package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Accepts a case (受理). */
@Component
class AcceptCase implements PlatformStep {

    private final Cases cases;

    AcceptCase(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "acceptCase";
    }

    @Override
    public void run(StepContext context) {
        cases.move(context.businessKey(), CaseState.ACCEPTED, "平台", "材料齐全、符合法定形式", "行政许可法第三十二条第五项");
    }
}
