package io.onevisit.cockpit;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Account;

/**
 * Which part of the province somebody watches: the numbers of cases and applications begin with their region, so its
 * leading digits are all it takes.
 */
record Scope(String regionPrefix) {

    static Scope of(Account account) {
        return new Scope(RegionCode.of(account.region()).prefix());
    }

    boolean covers(String no) {
        return no.replaceFirst("^[A-Z]", "").startsWith(regionPrefix);
    }

    String like() {
        return regionPrefix + "%";
    }
}
