package io.onevisit.parties;

import io.onevisit.cases.Applications;
import io.onevisit.identity.Account;
import io.onevisit.licenses.Consents;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Material;
import io.onevisit.materials.Materials;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The second person's licenses: who agrees to an application lets those be looked up for it that stand for their papers. */
@Component
class PartyLicenses {

    private final Materials materials;
    private final Licenses licenses;
    private final Consents consents;
    private final Applications applications;
    private final Clock time;

    PartyLicenses(Materials materials, Licenses licenses, Consents consents, Applications applications, Clock time) {
        this.materials = materials;
        this.licenses = licenses;
        this.consents = consents;
        this.applications = applications;
        this.time = time;
    }

    /** Types of the licenses that stand for this person's papers. */
    List<String> types(Agreement agreement) {
        return materials.of(agreement.applicationNo()).stream()
                .filter(material -> material.holder().role().equals(agreement.party()))
                .map(Material::licenseTypes)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    void permit(Agreement agreement, String idNo) {
        var no = agreement.applicationNo();
        licenses.authorise(
                no,
                idNo,
                idNo,
                types(agreement),
                "办理" + applications.get(no).bundleName(),
                time.instant().plus(Licenses.CONSENT));
    }

    void forbid(String applicationNo, Account person) {
        consents.of(List.of(applicationNo)).stream()
                .filter(consent -> consents.concerns(consent, person.idNo()))
                .forEach(consent -> consents.withdraw(consent.id(), person.username(), time.instant()));
    }
}
