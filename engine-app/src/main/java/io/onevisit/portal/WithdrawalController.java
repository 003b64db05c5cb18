package io.onevisit.portal;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An applicant takes an application or one case of it back, as long as nothing was decided. */
@RestController
@RequestMapping("/api/applications")
class WithdrawalController {

    private static final String NO_REASON = "申请人主动撤回";
    private static final int LONGEST_REASON = 500;

    private final Accounts accounts;
    private final Tracking tracking;
    private final Cases cases;
    private final Endings endings;

    WithdrawalController(Accounts accounts, Tracking tracking, Cases cases, Endings endings) {
        this.accounts = accounts;
        this.tracking = tracking;
        this.cases = cases;
        this.endings = endings;
    }

    @PostMapping("/{no}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Noted(value = Verb.WITHDRAW, kind = Kind.APPLICATION, number = "#no", why = "#wanted.reason()")
    public void withdraw(@PathVariable String no, @RequestBody Wanted wanted) {
        var person = accounts.current();
        tracking.own(person, no);
        var reason = wanted.reason() == null || wanted.reason().isBlank()
                ? NO_REASON
                : wanted.reason().strip();
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason-long", "撤回原因最多 500 字。").with("field", "reason");
        }
        if (wanted.caseNo() == null || wanted.caseNo().isBlank()) {
            endings.withdraw(no, person.name(), reason);
            return;
        }
        cases.find(wanted.caseNo())
                .filter(file -> file.applicationNo().equals(no))
                .orElseThrow(() -> Problem.notFound("case-unknown", "本次申报没有这个办件。"));
        endings.end(wanted.caseNo(), Ending.WITHDRAWN, person.name(), reason);
    }

    /** @param caseNo one case, missing for the whole application */
    record Wanted(String caseNo, String reason) {}
}
