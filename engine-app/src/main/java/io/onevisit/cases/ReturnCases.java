package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Returns the cases that can’t go on: those named in {@code items}, or all that are open (退件). */
@Component
class ReturnCases implements PlatformStep {

    private final Cases cases;
    private final Locks locks;
    private final ApplicationEventPublisher events;

    ReturnCases(Cases cases, Locks locks, ApplicationEventPublisher events) {
        this.events = events;
        this.cases = cases;
        this.locks = locks;
    }

    @Override
    public String name() {
        return "returnCases";
    }

    @Override
    public void run(StepContext context) {
        var items = context.text("items");
        var named = Set.copyOf(Arrays.asList(items.split("\\s*,\\s*")));
        var result =
                context.text("result").isEmpty() ? CaseResult.RETURNED : CaseResult.valueOf(context.text("result"));
        var reason = context.text("reason");
        var ended = new ArrayList<CaseFile>();
        for (var file : locks.application(context.text("applicationNo"))) {
            if (!file.state().isEnd() && (items.isEmpty() || named.contains(file.itemVariable()))) {
                cases.end(file.caseNo(), CaseState.RETURNED, result, "平台", reason);
                ended.add(cases.get(file.caseNo()));
            }
        }
        if (!ended.isEmpty()) {
            events.publishEvent(new CasesEnded(context.text("applicationNo"), List.copyOf(ended), reason, ""));
        }
    }
}
