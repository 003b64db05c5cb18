package io.onevisit.licenses;

import java.time.Instant;
import java.util.UUID;

/**
 * One consent: this type of license of this holder may be looked up for this application and purpose, until then.
 *
 * @param holderIdNo keyed hash of the holder's identity number
 * @param withdrawnAt when it was taken back, {@code null} where it was not
 * @param withdrawnBy user name of who took it back
 */
public record Consent(
        UUID id,
        String applicationNo,
        String holderIdNo,
        String type,
        String purpose,
        Instant grantedAt,
        Instant validUntil,
        Instant withdrawnAt,
        String withdrawnBy) {

    public boolean good(Instant now) {
        return withdrawnAt == null && validUntil.isAfter(now);
    }
}
