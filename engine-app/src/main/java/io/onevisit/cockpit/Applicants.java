package io.onevisit.cockpit;

import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import io.onevisit.privacy.Personal.Shown;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Reach;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose a case is, told to a supervisor who says why; it stands in the journal of the case, where the applicant reads it. */
@Component
class Applicants {

    private static final int LONGEST = 200;

    private final Applications applications;
    private final Cases cases;
    private final Clock time;

    Applicants(Applications applications, Cases cases, Clock time) {
        this.applications = applications;
        this.cases = cases;
        this.time = time;
    }

    /** @param no number of a case or an application */
    @Transactional
    public Applicant of(Account supervisor, String no, String reason) {
        var application = applications
                .find(cases.find(no).map(CaseFile::applicationNo).orElse(no))
                .filter(found -> Reach.of(supervisor).holdsNumber(found.applicationNo()))
                .orElseThrow(() -> CasePage.unknown(no));
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("supervisors-only", "只有监察人员可以查看申请人信息。");
        }
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw Problem.invalid("reason-missing", "请写明查看的事由，不超过 200 个字；查看会记入办理记录。")
                    .with("field", "reason");
        }
        cases.journal(no, supervisor.name(), "查看申请人信息", why, time.instant());
        return new Applicant(application.applicantName(), application.applicantId());
    }

    record Applicant(
            @Personal(value = Mask.NAME, purpose = "监管中确需联系的申请人，事由留痕", shown = Shown.AT_WORK) String name,
            @Personal(value = Mask.ID_NO, purpose = "监管中确需核实的申请人，事由留痕", shown = Shown.AT_WORK) String idNo) {}
}
