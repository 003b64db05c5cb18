package io.onevisit.licenses;

import java.util.Optional;
import java.util.UUID;

/**
 * What the repository answered; each answer is in the journal of use.
 *
 * @param license present where it may be used now
 * @param authorisationId the consent it is used under, {@code null} where there is none
 */
public record Answer(Result result, Optional<License> license, UUID authorisationId) {

    /** Why a license can be used, or why not. */
    public enum Result {
        FOUND,
        NONE,
        EXPIRED,
        REVOKED,
        NO_CONSENT
    }

    public boolean found() {
        return result == Result.FOUND;
    }
}
