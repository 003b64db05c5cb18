package io.onevisit.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How entries are sealed and anchored.
 *
 * @param sealing whether this node seals; of several that do, one at a time
 * @param sealEvery how long committed entries wait
 * @param anchorEvery how often the heads that grew are signed and copied out
 * @param digest of the chains, {@code SHA256} or {@code SM3}
 * @param key file of the Ed25519 key that signs (PKCS#8, PEM); empty for the one made in the data folder
 */
@ConfigurationProperties("onevisit.audit")
record AuditProperties(
        @DefaultValue("true") boolean sealing,
        @DefaultValue("PT0.5S") Duration sealEvery,
        @DefaultValue("PT1M") Duration anchorEvery,
        @DefaultValue("SHA256") Digest digest,
        @DefaultValue("") String key) {}
