package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Groups;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Receives a case and tells the process how its item is handled (收件). */
@Component
class OpenCase implements PlatformStep {

    /** The branch of the model that decides on the spot. */
    private static final String ON_PROMISE = "PROMISE";

    private final Cases cases;
    private final Applications applications;

    OpenCase(Cases cases, Applications applications) {
        this.cases = cases;
        this.applications = applications;
    }

    @Override
    public String name() {
        return "openCase";
    }

    @Override
    public void run(StepContext context) {
        var file = cases.lock(context.businessKey());
        var ended = file.state().isEnd();
        context.set("caseEnded", ended);
        if (ended) {
            context.set("outcome", file.state().name().toLowerCase(Locale.ROOT));
            return;
        }
        cases.begin(file.applicationNo()); // the application's row before the case's, as everybody locks them
        cases.move(file.caseNo(), CaseState.RECEIVED, "平台", "申报材料核验通过", "行政许可法第三十二条");
        context.set("department", file.department());
        context.set("headGroup", Groups.ofHead(file.department()));
        context.set("handlingMode", file.onPromise() ? ON_PROMISE : file.mode());
        context.set("issuesLicense", file.resultLicense() != null);
        context.set("substantive", file.substantive());
        context.set("deemedAccepted", applications.isDeemedAccepted(file.applicationNo()));
    }
}
