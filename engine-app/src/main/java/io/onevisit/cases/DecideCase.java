package io.onevisit.cases;

import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the outcome the case’s decision and ends its clock (准予 / 不予). */
@Component
class DecideCase implements PlatformStep {

    private static final String GRANT = "grant";
    private static final String DENY = "deny";

    private final Cases cases;
    private final Clocks clocks;
    private final Clock time;

    DecideCase(Cases cases, Clocks clocks, Clock time) {
        this.cases = cases;
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public String name() {
        return "decideCase";
    }

    private static String reason(CaseFile file, String outcome) {
        if (outcome.equals(DENY)) {
            return "数据核验不一致或者必交材料不全，不符合办理条件";
        }
        if (file.onPromise()) {
            return "申请人书面承诺符合条件，当场准予";
        }
        return file.handlingReason().isEmpty() ? "数据核验一致" : "数据核验一致。" + file.handlingReason();
    }

    @Override
    public void run(StepContext context) {
        var file = cases.lock(context.businessKey());
        var outcome = context.text("outcome");
        if (!outcome.equals(GRANT) && !outcome.equals(DENY)) {
            throw new IllegalStateException("办件 %s 的结论是“%s”，只能是 grant 或 deny".formatted(file.caseNo(), outcome));
        }
        if (file.decision() == null) { // by data or on a promise: no officer wrote a decision down
            cases.noteDecision(file.caseNo(), outcome, reason(file, outcome), "平台", time.instant());
            file = cases.get(file.caseNo());
        }
        cases.move(
                file.caseNo(),
                outcome.equals(GRANT) ? CaseState.GRANTED : CaseState.DENIED,
                file.decidedBy(),
                file.decisionReason(),
                "行政许可法第三十八条");
        clocks.finish(file.caseNo(), time.instant());
    }
}
