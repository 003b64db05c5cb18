package io.onevisit.publicity;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** Publishes the case's notice until the end of the special procedure that runs. */
@Component
class PublishNotice implements PlatformStep {

    private final PublicNotices notices;

    PublishNotice(PublicNotices notices) {
        this.notices = notices;
    }

    @Override
    public String name() {
        return Steps.PUBLISH_NOTICE;
    }

    @Override
    public void run(StepContext context) {
        notices.publish(context.businessKey());
    }
}
