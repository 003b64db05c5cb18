package io.onevisit.materials;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For which application and case a document was handed in, for the audit; its file name stays out, it may say anything. */
@Component
class DocumentConcern implements Concern {

    private final Materials materials;

    DocumentConcern(Materials materials) {
        this.materials = materials;
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public Optional<About> about(String id) {
        return materials.with(UUID.fromString(id)).stream()
                .findFirst()
                .map(material -> new About(
                        material.applicationNo(),
                        material.caseNos().size() == 1 ? material.caseNos().get(0) : "",
                        material.name(),
                        ""));
    }
}
