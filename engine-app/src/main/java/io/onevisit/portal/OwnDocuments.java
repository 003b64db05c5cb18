package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.cases.OwnApplications;
import io.onevisit.delegation.MandatePapers;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.materials.Document;
import io.onevisit.materials.DocumentReaders;
import io.onevisit.materials.Material;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who handed a document in may see it, and whose application it is for. */
@Component
class OwnDocuments implements DocumentReaders {

    private final Applications applications;
    private final OwnApplications ownApplications;
    private final Drafts drafts;
    private final MandatePapers papers;
    private final Helps helps;

    OwnDocuments(
            Applications applications,
            OwnApplications ownApplications,
            Drafts drafts,
            MandatePapers papers,
            Helps helps) {
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.drafts = drafts;
        this.papers = papers;
        this.helps = helps;
    }

    /**
     * Of a mandate, both its sides; in an application, whoever follows that and the window that took it in; in a draft, its owner and who helps with it.
     * Who handed it in for somebody else sees it only as long.
     */
    @Override
    public boolean mayRead(Account person, Document document, List<Material> uses) {
        var mandate = papers.mandateOf(document.id());
        if (mandate.isPresent()) {
            return person.is(Role.CITIZEN) && papers.concerns(person, mandate.get());
        }
        if (!uses.isEmpty()) {
            return uses.stream()
                    .flatMap(use -> applications.find(use.applicationNo()).stream())
                    .anyMatch(application -> person.is(Role.CITIZEN)
                            ? ownApplications.follows(person, application)
                            : document.owner().equals(person.username())
                                    && person.username().equals(application.intakeBy()));
        }
        var owners = drafts.ownersWith(document.id());
        return owners.isEmpty()
                ? document.owner().equals(person.username())
                : owners.contains(person.username())
                        || document.owner().equals(person.username()) && helps.sees(person, document.id());
    }
}
