package io.onevisit.operations;

import io.onevisit.cases.CaseState;
import io.onevisit.engine.Editions;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Steps;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What no move may lead to, whatever the engine lets pass. */
@Component
class Soundness {

    private static final Set<CaseState> DECIDED = EnumSet.of(CaseState.GRANTED, CaseState.DENIED);

    private final Editions editions;

    Soundness(Editions editions) {
        this.editions = editions;
    }

    void check(String number, Footprint before, Footprint after) {
        for (var no : before.running()) {
            var state = after.states().get(no);
            if (!state.isEnd() && !after.running().contains(no)) {
                throw Problem.conflict(
                        "case-stranded", "这样办件 %s（%s）就没有流程在办理了，请让它停在一个环节上。".formatted(no, state.label()));
            }
        }
        if (before.instance() != null && after.instance() == null && number.startsWith("A") && !after.closed()) {
            throw Problem.conflict("application-stranded", "这样申报的流程就结束了，而申报还没有办结，请让它停在一个环节上。");
        }
        var state = after.states().get(number);
        if (state != null && after.spots().stream().anyMatch(spot -> decidesAgain(state, after.edition(), spot))) {
            throw again(state);
        }
    }

    /** Whether a case that is decided would come to its decision once more. */
    boolean decidesAgain(CaseState state, String edition, String from) {
        return (DECIDED.contains(state) || state.isEnd()) && editions.leadsTo(edition, from, Steps.DECIDE_CASE);
    }

    static Problem again(CaseState state) {
        return Problem.conflict("case-decided", "办件已作出决定（%s），不能回到决定之前：同一办件不得作出第二次决定。".formatted(state.label()));
    }
}
