package io.onevisit.cockpit;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.materials.SecondNotices;
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

/** What a supervisor lets pass that the rules forbid, with the reason that stays on record. */
@RestController
@RequestMapping("/api/cockpit")
class PermissionsController {

    private final Accounts accounts;
    private final Commitments commitments;
    private final SecondNotices notices;

    PermissionsController(Accounts accounts, Commitments commitments, SecondNotices notices) {
        this.accounts = accounts;
        this.commitments = commitments;
        this.notices = notices;
    }

    /** Somebody's credit is restored (信用修复), who may then promise conditions again. */
    @PostMapping("/commitments/{caseNo}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.RESTORE_CREDIT, kind = Kind.CASE, number = "#caseNo", why = "#given.reason()")
    void restore(@PathVariable String caseNo, @RequestBody Given given) {
        var supervisor = supervisor(caseNo, "只有监察人员可以登记信用修复。");
        commitments.restore(caseNo, given.reason("请写明信用修复的依据。"), supervisor.name());
    }

    /**
     * Somebody may be asked a second time.
     *
     * @param no the application's or the case's number
     */
    @PostMapping("/notices/{no}/second")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.PERMIT_SECOND_NOTICE, kind = Kind.CASE, number = "#no", why = "#given.reason()")
    void permit(@PathVariable String no, @RequestBody Given given) {
        var supervisor = supervisor(no, "只有监察人员可以同意再次告知补正。");
        notices.permit(no, given.reason("请写明同意再次告知的理由。"), supervisor.name());
    }

    private Account supervisor(String no, String refusal) {
        var supervisor = accounts.current();
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("supervisors-only", refusal);
        }
        if (!Reach.of(supervisor).holdsNumber(no)) {
            throw Problem.notFound("case-unknown", "没有找到这个编号，请核对。");
        }
        return supervisor;
    }

    record Given(String reason) {
        String reason(String missing) {
            if (reason == null || reason.isBlank()) {
                throw Problem.invalid("reason-missing", missing).with("field", "reason");
            }
            return reason.strip();
        }
    }
}
