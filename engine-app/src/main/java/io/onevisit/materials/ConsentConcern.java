package io.onevisit.materials;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.cases.Applications;
import io.onevisit.licenses.Consents;
import io.onevisit.licenses.LicenseTypes;
import io.onevisit.privacy.Masked;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For which application a consent is, for the audit. */
@Component
class ConsentConcern implements Concern {

    private final Consents consents;
    private final Applications applications;
    private final LicenseTypes types;

    ConsentConcern(Consents consents, Applications applications, LicenseTypes types) {
        this.consents = consents;
        this.applications = applications;
        this.types = types;
    }

    @Override
    public Kind kind() {
        return Kind.CONSENT;
    }

    @Override
    public Optional<About> about(String number) {
        return consents.find(UUID.fromString(number))
                .map(consent -> new About(
                        consent.applicationNo(),
                        "",
                        types.type(consent.type()).name(),
                        Masked.name(applications.get(consent.applicationNo()).applicantName())));
    }
}
