package io.onevisit.delegation;

import java.util.Optional;

/** The register of legal persons: who represents one now. An installation adds a bean for its own; without one nobody claims any. */
public interface LegalRegister {

    /** The legal person with this unified social credit code, if it is registered and not struck off. */
    Optional<Registered> find(String creditCode);

    /** @param representativeIdNo identity number of the 法定代表人 */
    record Registered(
            String creditCode, String name, String region, String representativeName, String representativeIdNo) {}
}
