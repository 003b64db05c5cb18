package io.onevisit.elapsed;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.RowView;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers “为什么是这一天” and whose time was taken, for whoever may see the case; to others it looks like none. */
@RestController
class CaseTimeController {

    private final Accounts accounts;
    private final Readers readers;
    private final CaseTime times;

    CaseTimeController(Accounts accounts, Readers readers, CaseTime times) {
        this.accounts = accounts;
        this.readers = readers;
        this.times = times;
    }

    @Operation(summary = "为什么是这一天：时限逐段说明，以及申请人、窗口、部门、系统各用了多少时间")
    @GetMapping("/api/cases/{caseNo}/clock")
    @Noted(value = Verb.LOOK_CLOCK, kind = Kind.CASE, number = "#caseNo")
    CaseTime.View clock(@PathVariable String caseNo) {
        var file = times.get(caseNo);
        if (!readers.mayRead(accounts.current(), file))
            throw Problem.notFound("case-unknown", "没有办件编号为 " + caseNo + " 的办件，请核对编号。");
        // whose time it was is worked out from the tasks of all who had it, whoever of them asks
        return RowView.whole(() -> times.of(file));
    }
}
