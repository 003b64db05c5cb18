package io.onevisit.cockpit;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.engine.Incidents;
import io.onevisit.privacy.Masked;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An incident concerns the case or the application whose process has stopped. */
@Component
class IncidentConcern implements Concern {

    private final Incidents incidents;
    private final Cases cases;
    private final Applications applications;

    IncidentConcern(Incidents incidents, Cases cases, Applications applications) {
        this.incidents = incidents;
        this.cases = cases;
        this.applications = applications;
    }

    @Override
    public Kind kind() {
        return Kind.INCIDENT;
    }

    @Override
    public Optional<About> about(String id) {
        return incidents.find(id).map(incident -> {
            var file = cases.find(incident.businessKey());
            return applications
                    .find(file.map(CaseFile::applicationNo).orElse(incident.businessKey()))
                    .map(application -> new About(
                            application.applicationNo(),
                            file.map(CaseFile::caseNo).orElse(""),
                            incident.activity(),
                            Masked.name(application.applicantName())))
                    .orElseGet(() -> new About("", "", incident.activity(), ""));
        });
    }
}
