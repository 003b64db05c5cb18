package io.onevisit.reach;

import io.onevisit.identity.Account;
import io.onevisit.identity.Role;

/** How far somebody sees by their roles, each beside what is their own. */
public enum Extent {
    /** Nobody's matters, their own neither: administrators, analysts. */
    NOTHING,
    /** 本人: what they applied for, hold, rated or asked. */
    OWN,
    /** 本部门: their department's in their division and those below it, and whatever their groups have a task about. */
    DEPARTMENT,
    /** 本地区: everything in their division and those below it. */
    REGION;

    static Extent of(Account account) {
        if (account.is(Role.SUPERVISOR) || account.is(Role.OPERATOR) || account.is(Role.CLERK)) {
            return REGION;
        }
        if (account.is(Role.APPROVER)
                || account.is(Role.HEAD)
                || account.is(Role.AGENT)
                || account.is(Role.LINE_OFFICE)) {
            return DEPARTMENT;
        }
        return account.is(Role.CITIZEN) ? OWN : NOTHING;
    }
}
