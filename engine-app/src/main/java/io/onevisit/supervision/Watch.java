package io.onevisit.supervision;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;

/**
 * Whose cards somebody sees: supervisors and operators those of their region, officers those of their department there.
 *
 * @param department {@code null} for whoever sees every department
 */
record Watch(String regionPrefix, String department) {

    static Watch of(Account account) {
        var all = account.is(Role.SUPERVISOR) || account.is(Role.OPERATOR);
        return new Watch(
                prefix(account.region()), all ? null : account.department() == null ? "-" : account.department());
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
