package io.onevisit.publicity;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.PublicNotice;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** Writes down how the case's notice ends, or that one objection did not end it and whether another waits. */
@Component
class SettleNotice implements PlatformStep {

    private final PublicNotices notices;
    private final Objections objections;

    SettleNotice(PublicNotices notices, Objections objections) {
        this.notices = notices;
        this.objections = objections;
    }

    @Override
    public String name() {
        return Steps.SETTLE_NOTICE;
    }

    @Override
    public void run(StepContext context) {
        var caseNo = context.businessKey();
        switch (context.text(Steps.Inputs.RESULT)) {
            case PublicNotice.CLEAR -> notices.clear(caseNo);
            case PublicNotice.UPHELD -> notices.uphold(caseNo);
            case PublicNotice.REJECTED -> context.set(PublicNotice.Variables.OBJECTIONS_LEFT, objections.left(caseNo));
            case PublicNotice.ENDED -> notices.end(caseNo);
            default -> throw new IllegalStateException("公示没有这种结果：" + context.text(Steps.Inputs.RESULT));
        }
    }
}
