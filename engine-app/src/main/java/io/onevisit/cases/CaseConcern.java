package io.onevisit.cases;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.privacy.Masked;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose a case is, for the audit. */
@Component
class CaseConcern implements Concern {

    private final CaseRows rows;

    CaseConcern(CaseRows rows) {
        this.rows = rows;
    }

    @Override
    public Kind kind() {
        return Kind.CASE;
    }

    @Override
    public Optional<About> about(String caseNo) {
        return rows.find(caseNo).map(file -> about(file, file.itemName()));
    }

    static About about(CaseFile file, String detail) {
        return new About(file.applicationNo(), file.caseNo(), detail, masked(file.applicantName()));
    }

    static String masked(String name) {
        return Masked.name(name);
    }
}
