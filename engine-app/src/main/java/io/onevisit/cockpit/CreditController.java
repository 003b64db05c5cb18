package io.onevisit.cockpit;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.promises.Commitments;
import io.onevisit.reach.Reach;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A supervisor registers that somebody's credit is restored (信用修复), who may then promise conditions again. */
@RestController
@RequestMapping("/api/cockpit/commitments")
class CreditController {

    private final Accounts accounts;
    private final Commitments commitments;

    CreditController(Accounts accounts, Commitments commitments) {
        this.accounts = accounts;
        this.commitments = commitments;
    }

    @PostMapping("/{caseNo}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.RESTORE_CREDIT, kind = Kind.CASE, number = "#caseNo", why = "#restoration.reason()")
    void restore(@PathVariable String caseNo, @RequestBody Restoration restoration) {
        var supervisor = accounts.current();
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("not-supervisor", "只有监察人员可以登记信用修复。");
        }
        if (!Reach.of(supervisor).holdsNumber(caseNo)) {
            throw Problem.notFound("case-unknown", "没有找到这个编号，请核对。");
        }
        if (restoration.reason() == null || restoration.reason().isBlank()) {
            throw Problem.invalid("reason-missing", "请写明信用修复的依据。").with("field", "reason");
        }
        commitments.restore(caseNo, restoration.reason().strip(), supervisor.name());
    }

    record Restoration(String reason) {}
}
