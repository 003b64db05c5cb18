package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.cases.OwnApplications;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.materials.Document;
import io.onevisit.materials.DocumentReaders;
import io.onevisit.materials.Material;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who handed a document in may see it, and the applicant for whom a window took it in. */
@Component
class OwnDocuments implements DocumentReaders {

    private final Applications applications;
    private final OwnApplications ownApplications;

    OwnDocuments(Applications applications, OwnApplications ownApplications) {
        this.applications = applications;
        this.ownApplications = ownApplications;
    }

    @Override
    public boolean mayRead(Account person, Document document, List<Material> uses) {
        return document.owner().equals(person.username())
                || person.is(Role.CITIZEN)
                        && uses.stream()
                                .flatMap(use -> applications.find(use.applicationNo()).stream())
                                .anyMatch(application -> ownApplications.follows(person, application));
    }
}
