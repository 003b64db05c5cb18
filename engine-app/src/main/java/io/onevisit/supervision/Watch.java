package io.onevisit.supervision;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Account;
import io.onevisit.reach.Reach;

/**
 * Whose cards somebody sees: supervisors and operators those of their region, officers those of their department there.
 *
 * @param department {@code null} for whoever sees every department
 */
record Watch(String regionPrefix, String regionThrough, String department) {

    static Watch of(Account account) {
        var reach = Reach.of(account);
        return new Watch(
                reach.regionPrefix(),
                reach.last(),
                reach.wholeRegion() ? null : reach.department().isEmpty() ? "-" : reach.department());
    }

    /** All of a division. */
    static Watch over(String region) {
        return new Watch(prefix(region), RegionCode.of(region).last(), null);
    }

    /** The leading digits that a division shares with all below it. */
    static String prefix(String region) {
        return RegionCode.of(region).prefix();
    }

    /** Departments do not see what has not been issued. */
    boolean covers(Card card) {
        return card.region().startsWith(regionPrefix)
                && (department == null || department.equals(card.department()) && card.issuedAt() != null);
    }
}
