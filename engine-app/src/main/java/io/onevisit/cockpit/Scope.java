package io.onevisit.cockpit;

import io.onevisit.identity.Account;

/**
 * Which part of the province somebody watches: the numbers of cases and applications begin with their region, so its
 * leading digits are all it takes.
 */
record Scope(String regionPrefix) {

    /** Matches no number: an account without a region watches nothing. */
    private static final Scope NOWHERE = new Scope("-");

    static Scope of(Account account) {
        var region = account.region();
        if (region == null || region.isBlank()) {
            return NOWHERE;
        }
        if (region.endsWith("0000")) {
            return new Scope(region.substring(0, 2));
        }
        return new Scope(region.endsWith("00") ? region.substring(0, 4) : region);
    }

    boolean covers(String no) {
        return no.replaceFirst("^[A-Z]", "").startsWith(regionPrefix);
    }

    String like() {
        return regionPrefix + "%";
    }
}
