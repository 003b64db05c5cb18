package io.onevisit.materials;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.cases.Applications;
import io.onevisit.delegation.MandatePapers;
import io.onevisit.privacy.Masked;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For which application and case a document was handed in, or whose mandate it proves, for the audit; its file name stays out, it may say anything. */
@Component
class DocumentConcern implements Concern {

    private final Materials materials;
    private final MandatePapers papers;
    private final Applications applications;

    DocumentConcern(Materials materials, MandatePapers papers, Applications applications) {
        this.materials = materials;
        this.papers = papers;
        this.applications = applications;
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public Optional<About> about(String id) {
        var document = UUID.fromString(id);
        return papers.mandateOf(document).map(this::mandate).or(() -> material(document));
    }

    private Optional<About> material(UUID document) {
        return materials.with(document).stream()
                .findFirst()
                .map(material -> new About(
                        material.applicationNo(),
                        material.caseNos().size() == 1 ? material.caseNos().get(0) : "",
                        material.name(),
                        ""));
    }

    /** Of a mandate it is the matter of one application only where there is but one. */
    private About mandate(UUID mandate) {
        var under = applications.under(mandate);
        return new About(under.size() == 1 ? under.get(0) : "", "", "授权委托书", Masked.name(papers.principal(mandate)));
    }
}
