package io.onevisit.cockpit;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.materials.SecondNotices;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A supervisor lets somebody be asked a second time, with the reason that stays on record. */
@RestController
@RequestMapping("/api/cockpit/notices")
class SecondNoticesController {

    private final Accounts accounts;
    private final SecondNotices notices;

    SecondNoticesController(Accounts accounts, SecondNotices notices) {
        this.accounts = accounts;
        this.notices = notices;
    }

    /** @param no the application's or the case's number */
    @PostMapping("/{no}/second")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Noted(value = Verb.PERMIT_SECOND_NOTICE, kind = Kind.CASE, number = "#no", why = "#permission.reason()")
    void permit(@PathVariable String no, @RequestBody Permission permission) {
        var supervisor = accounts.current();
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("not-supervisor", "只有监察人员可以同意再次告知补正。");
        }
        if (!Reach.of(supervisor).holdsNumber(no)) {
            throw Problem.notFound("case-unknown", "没有找到这个编号，请核对。");
        }
        if (permission.reason() == null || permission.reason().isBlank()) {
            throw Problem.invalid("reason-missing", "请写明同意再次告知的理由。").with("field", "reason");
        }
        notices.permit(no, permission.reason().strip(), supervisor.name());
    }

    record Permission(String reason) {}
}
