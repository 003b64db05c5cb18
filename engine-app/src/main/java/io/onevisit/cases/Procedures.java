package io.onevisit.cases;

import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.problems.Problem;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens and ends a case's special procedures (行政许可法 art. 45), for our officers' models and for departments' messages alike. */
@Component
public class Procedures {

    private static final String BASIS = "行政许可法第四十五条";

    private final Cases cases;
    private final Journal journal;
    private final Clocks clocks;
    private final ApplicationEventPublisher events;

    Procedures(Cases cases, Journal journal, Clocks clocks, ApplicationEventPublisher events) {
        this.events = events;
        this.cases = cases;
        this.journal = journal;
        this.clocks = clocks;
    }

    /** @param days days asked for, by which both limits move at once, working or calendar days */
    @Transactional
    public void open(String caseNo, int days, LimitUnit unit, String reason, String basis, String who, Instant at) {
        if (days < 1) {
            throw Problem.invalid("special-days", "请填写特别程序所需的天数，至少 1 天。");
        }
        var law = basis.isBlank() ? BASIS : basis;
        cases.move(caseNo, CaseState.SUSPENDED, who, "%s，需 %s，不计入办理时限".formatted(reason, unit.words(days)), law);
        clocks.startSpecialProcedure(caseNo, days, unit, reason, law, at);
        events.publishEvent(new ProcedureOpened(cases.get(caseNo), days, unit, reason, law));
    }

    /** One left open when its case was decided stays supervised until it is ended; the case does not move any more. */
    @Transactional
    public void end(String caseNo, String who, String result, Instant at) {
        var state = cases.lock(caseNo).state();
        if (state != CaseState.SUSPENDED) {
            if (leftOpen(caseNo)) {
                clocks.endSpecialProcedure(caseNo, at);
                journal.write(caseNo, who, "特别程序结束", result, BASIS, at);
                return;
            }
            throw Problem.conflict("special-none", "办件当前为“%s”，没有进行中的特别程序。".formatted(state.label()));
        }
        clocks.endSpecialProcedure(caseNo, at);
        cases.move(caseNo, CaseState.UNDER_REVIEW, who, ("特别程序结束，恢复计时。" + result).strip(), BASIS);
    }

    private boolean leftOpen(String caseNo) {
        return clocks.running(caseNo, ClockKind.SPECIAL_PROCEDURE).isPresent()
                && clocks.running(caseNo, ClockKind.CASE).isEmpty();
    }
}
