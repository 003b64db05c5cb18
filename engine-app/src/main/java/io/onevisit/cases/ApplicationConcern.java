package io.onevisit.cases;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose an application is, for the audit. */
@Component
class ApplicationConcern implements Concern {

    private final Applications applications;
    private final FullNumbers numbers;

    ApplicationConcern(Applications applications, FullNumbers numbers) {
        this.applications = applications;
        this.numbers = numbers;
    }

    @Override
    public Kind kind() {
        return Kind.APPLICATION;
    }

    @Override
    public Optional<About> about(String no) {
        return applications
                .find(FullNumbers.number(no).orElse(no))
                .map(application -> new About(
                        application.applicationNo(),
                        "",
                        application.bundleName(),
                        CaseConcern.masked(application.applicantName())));
    }
}
