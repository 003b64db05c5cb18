package io.onevisit.portal;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Masked;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose a draft is, for the audit. */
@Component
class DraftConcern implements Concern {

    private final Drafts drafts;
    private final Accounts accounts;

    DraftConcern(Drafts drafts, Accounts accounts) {
        this.drafts = drafts;
        this.accounts = accounts;
    }

    @Override
    public Kind kind() {
        return Kind.DRAFT;
    }

    @Override
    public Optional<About> about(String id) {
        return drafts.any(UUID.fromString(id))
                .map(draft -> new About(
                        "",
                        "",
                        draft.bundleName(),
                        Masked.name(
                                draft.applicant() == null
                                        ? accounts.nameOf(draft.owner())
                                        : draft.applicant().name())));
    }
}
