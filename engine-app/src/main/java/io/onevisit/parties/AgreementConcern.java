package io.onevisit.parties;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.cases.Applications;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** To which application an agreement belongs, for the audit. */
@Component
class AgreementConcern implements Concern {

    private final AgreementRows rows;
    private final Applications applications;

    AgreementConcern(AgreementRows rows, Applications applications) {
        this.rows = rows;
        this.applications = applications;
    }

    @Override
    public Kind kind() {
        return Kind.AGREEMENT;
    }

    @Override
    public Optional<About> about(String number) {
        return rows.find(UUID.fromString(number)).map(agreement -> {
            var application = applications.get(agreement.applicationNo());
            return new About(
                    agreement.applicationNo(), "", application.bundleName(), AgreementNotices.asks(application));
        });
    }
}
