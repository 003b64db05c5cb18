package io.onevisit.cases;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Starts the clock at acceptance; from here on every day counts (行政许可法 art. 42). */
@Component
class StartClock implements PlatformStep {

    private final Cases cases;
    private final Clocks clocks;
    private final Clock time;

    StartClock(Cases cases, Clocks clocks, Clock time) {
        this.cases = cases;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public String name() {
        return "startClock";
    }

    @Override
    public void run(StepContext context) {
        var file = cases.lock(context.businessKey());
        var terms = new Clocks.Terms(
                file.promised(),
                file.statutory(),
                LimitUnit.valueOf(file.unit()),
                CountingRule.valueOf(file.countingRule()),
                file.region(),
                file.department());
        clocks.start(file.caseNo(), terms, file.acceptedAt() == null ? time.instant() : file.acceptedAt());
        cases.move(file.caseNo(), CaseState.UNDER_REVIEW, "平台", "开始计时", "行政许可法第四十二条");
    }
}
