package io.onevisit.cases;

import static io.onevisit.processes.ItemHandling.Variables.PROCEDURE;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Receives a case and tells the process how its item is handled (收件). */
@Component
class OpenCase implements PlatformStep {

    private final Cases cases;
    private final CaseRouting routing;

    OpenCase(Cases cases, CaseRouting routing) {
        this.cases = cases;
        this.routing = routing;
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
        routing.ofReceived(file).forEach(context::set);
        if (context.variable(PROCEDURE) == null) {
            context.set(PROCEDURE, ""); // who calls names the special procedure that comes first, or nothing
        }
    }
}
