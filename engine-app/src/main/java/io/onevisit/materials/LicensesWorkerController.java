package io.onevisit.materials;

import io.onevisit.cases.Cases;
import io.onevisit.licenses.Issuing;
import io.onevisit.licenses.License.Holder;
import io.onevisit.problems.Problem;
import jakarta.validation.constraints.NotBlank;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workers look for licenses in place of papers, and have the license made that a granted case ends in. */
@RestController
@RequestMapping("/worker-api")
class LicensesWorkerController {

    private final Exemptions exemptions;
    private final Issuing issuing;
    private final Cases cases;

    LicensesWorkerController(Exemptions exemptions, Issuing issuing, Cases cases) {
        this.exemptions = exemptions;
        this.issuing = issuing;
        this.cases = cases;
    }

    @PostMapping("/licenses/lookup")
    Exemptions.Found lookUp(@Validated @RequestBody Wanted wanted) {
        return exemptions.lookUp(
                wanted.applicationNo(),
                wanted.caseNo() == null ? "" : wanted.caseNo(),
                wanted.materialKey(),
                wanted.purpose());
    }

    @PostMapping("/cases/{caseNo}/license")
    @Transactional
    Issued issue(@PathVariable String caseNo) {
        var file = cases.lock(caseNo);
        if (file.resultLicense() == null) {
            throw Problem.conflict("license-none", "该事项的办理结果不产生电子证照。");
        }
        if (!"grant".equals(file.decision())) {
            throw Problem.conflict("case-not-granted", "办件尚未作出准予决定，不能制发电子证照。");
        }
        var license = issuing.issue(
                caseNo,
                file.resultLicense(),
                new Holder(file.applicantName(), file.applicantId()),
                cases.answers(file.applicationNo()));
        cases.licensed(caseNo, license.identifier());
        return new Issued(license.identifier());
    }

    record Wanted(
            @NotBlank String applicationNo, String caseNo, @NotBlank String materialKey, @NotBlank String purpose) {}

    record Issued(String identifier) {}
}
