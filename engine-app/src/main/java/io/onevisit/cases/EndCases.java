package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends all open cases of an application that is not accepted: each outcome of the check of materials and of a second person's agreement has its own end. */
@Component
class EndCases implements PlatformStep {

    private final Cases cases;
    private final Locks locks;
    private final ApplicationEventPublisher events;
    private final Applications applications;

    EndCases(Cases cases, Locks locks, Applications applications, ApplicationEventPublisher events) {
        this.events = events;
        this.cases = cases;
        this.locks = locks;
        this.applications = applications;
    }

    @Override
    public String name() {
        return "endCases";
    }

    @Override
    public void run(StepContext context) {
        var applicationNo = context.text("applicationNo");
        var end = end(context.text("outcome"), applications.review(applicationNo));
        var ended = new ArrayList<CaseFile>();
        for (var file : locks.application(applicationNo)) {
            if (file.state().isEnd()) {
                continue;
            }
            if (end.through() != null) {
                cases.move(file.caseNo(), end.through(), end.who(), end.reason(), end.basis());
            }
            cases.end(file.caseNo(), end.state(), end.result(), end.who(), end.reason(), end.basis());
            ended.add(cases.get(file.caseNo()));
        }
        if (!ended.isEmpty()) {
            events.publishEvent(new CasesEnded(applicationNo, List.copyOf(ended), end.reason(), ""));
        }
    }

    private static End end(String outcome, Applications.Review review) {
        var clerk = review.by().isEmpty() ? "平台" : review.by();
        return switch (outcome) {
            case "refuse" ->
                new End(
                        null,
                        CaseState.ACCEPTANCE_REFUSED,
                        CaseResult.RETURNED,
                        clerk,
                        review.note() + (review.rightBody().isEmpty() ? "" : "　请向" + review.rightBody() + "申请。"),
                        "行政许可法第三十二条第一款第二项");
            case "not-applicable" ->
                new End(null, CaseState.NOT_APPLICABLE, CaseResult.RETURNED, clerk, review.note(), "行政许可法第三十二条第一款第一项");
            case "fail" ->
                new End(CaseState.PRECHECK_FAILED, CaseState.RETURNED, CaseResult.RETURNED, clerk, review.note(), "");
            case "withdrawn" -> new End(null, CaseState.WITHDRAWN, CaseResult.RETURNED, review.by(), review.note(), "");
            case "supplement" ->
                new End(null, CaseState.RETURNED, CaseResult.SUPPLEMENT_OVERDUE, "平台", "补正期限届满未补正，视为撤回申请", "");
            case "refused" -> new End(null, CaseState.RETURNED, CaseResult.RETURNED, "平台", "另一方当事人不同意", "");
            case "expired" -> new End(null, CaseState.RETURNED, CaseResult.RETURNED, "平台", "另一方当事人逾期未确认", "");
            default -> throw new IllegalStateException("申报的核验结果是“%s”，不知道如何终止".formatted(outcome));
        };
    }

    /** @param through a state passed on the way, {@code null} where there is none */
    private record End(
            CaseState through, CaseState state, CaseResult result, String who, String reason, String basis) {}
}
