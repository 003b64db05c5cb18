package io.onevisit.cockpit;

import io.onevisit.identity.Account;

/**
 * Which part of the province somebody watches: the numbers of cases and applications begin with their region, so its
 * leading digits are all it takes.
 */
record Scope(String regionPrefix) {

    static Scope of(Account account) {
        var region = account.region() == null ? "" : account.region();
        if (region.endsWith("0000")) {
            return new Scope(region.substring(0, 2));
        }
        return new Scope(region.endsWith("00") ? region.substring(0, 4) : region);
    }

    boolean covers(String no) {
        return !regionPrefix.isEmpty() && no.replaceFirst("^A", "").startsWith(regionPrefix);
    }

    String like() {
        return regionPrefix.isEmpty() ? "" : regionPrefix + "%";
    }
}
