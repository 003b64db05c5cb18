package io.onevisit.materials;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.licenses.Answer;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import io.onevisit.licenses.LookUp;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts licenses in the place of papers (免提交), under the holder's consent and written down. */
@Component
@Transactional
class Exemptions {

    private static final String WHO = "证照查验服务";

    private final Materials materials;
    private final MaterialChanges changes;
    private final Licenses licenses;
    private final Cases cases;

    Exemptions(Materials materials, MaterialChanges changes, Licenses licenses, Cases cases) {
        this.materials = materials;
        this.changes = changes;
        this.licenses = licenses;
        this.cases = cases;
    }

    /** Looks for a license of any type that replaces the material; asked again it gives the same answer, journaled once. */
    Found lookUp(String applicationNo, String caseNo, String materialKey, String purpose) {
        var material = materials
                .find(applicationNo, materialKey)
                .orElseThrow(() -> Problem.notFound("material-unknown", "本次申报不需要这份材料。"));
        if (!caseNo.isEmpty() && !material.serves(caseNo)) {
            throw Problem.notFound("material-unknown", "该办件不需要这份材料。");
        }
        var before = before(material, caseNo);
        if (before.isPresent()) {
            return Found.of(before.get(), material.authorisationId());
        }
        var answer = search(material, caseNo, purpose);
        if (answer.found()) {
            var license = answer.license().orElseThrow();
            changes.exempt(material, license.identifier(), answer.authorisationId());
            return Found.of(license, answer.authorisationId());
        }
        if (caseNo.isEmpty() || material.forCase(caseNo).status() == Material.Status.EXEMPTED) {
            changes.reopen(material);
        }
        return Found.not(answer.result());
    }

    /** The license found for the same case before, while it may still be used and the consent stands. */
    private Optional<License> before(Material material, String caseNo) {
        return Optional.ofNullable(material.licenseIdentifier())
                .filter(identifier -> licenses.uses(material.applicationNo()).stream()
                        .anyMatch(use -> identifier.equals(use.identifier())
                                && use.caseNo().equals(caseNo)))
                .flatMap(licenses::find)
                .filter(Licenses::usable)
                .filter(license -> licenses.consented(material.authorisationId()));
    }

    private Answer search(Material material, String caseNo, String purpose) {
        var item = caseNo.isEmpty()
                ? ""
                : cases.find(caseNo).map(CaseFile::itemCode).orElse("");
        Answer best = new Answer(Answer.Result.NONE, Optional.empty(), null);
        for (var type : material.licenseTypes()) {
            var answer = licenses.lookUp(new LookUp(
                    WHO,
                    material.applicationNo(),
                    caseNo,
                    item,
                    type,
                    material.holder().idNo(),
                    purpose));
            if (answer.found()) {
                return answer;
            }
            best = best.result() == Answer.Result.NONE ? answer : best;
        }
        return best;
    }

    /** @param why {@code null} where a license was found */
    record Found(
            boolean found,
            String identifier,
            String type,
            @Personal(value = Mask.NAME, purpose = "查验证照", shown = Personal.Shown.AT_WORK) String holderName,
            LocalDate validTo,
            UUID authorisationId,
            Answer.Result why) {

        static Found of(License license, UUID authorisationId) {
            return new Found(
                    true,
                    license.identifier(),
                    license.type(),
                    license.holders().get(0).name(),
                    license.validTo(),
                    authorisationId,
                    null);
        }

        static Found not(Answer.Result why) {
            return new Found(false, null, null, null, null, null, why);
        }
    }
}
