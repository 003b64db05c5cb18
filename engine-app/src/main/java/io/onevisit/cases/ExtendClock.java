package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import org.springframework.stereotype.Component;

/** Extends both limits as the head approved: once, ten working days at most (行政许可法 art. 42). */
@Component
class ExtendClock implements PlatformStep {

    private final Extensions extensions;

    ExtendClock(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "extendClock";
    }

    @Override
    public void run(StepContext context) {
        extensions.extend(context.businessKey());
    }
}
