package io.onevisit.portal;

import io.onevisit.cases.Applications;
import io.onevisit.delegation.Acting;
import io.onevisit.delegation.AgentKind;
import io.onevisit.identity.Account;
import io.onevisit.identity.AccountKind;
import java.util.List;

/**
 * For whom a draft is and who writes it.
 *
 * @param applicant whose application it becomes, and whose papers count; without {@code idNo} none of them do
 * @param contact who writes it: the applicant, or who acts for them
 * @param acting by what right, {@code null} where the applicant writes, or a window for them
 */
record Representation(Account applicant, Account contact, Acting acting) {

    static Representation self(Account person) {
        return new Representation(person, person, null);
    }

    boolean organisation() {
        return applicant.kind() == AccountKind.LEGAL;
    }

    /** Nobody's papers are used whom no office has seen, or who did not consent to it in the mandate. */
    boolean papers() {
        return applicant.idNo() != null;
    }

    /** Who applies on the applicant's behalf, {@code null} where nobody does. */
    Applications.Agent agent() {
        return acting == null
                ? null
                : new Applications.Agent(
                        acting.agent().username(),
                        acting.agent().name(),
                        acting.kind(),
                        acting.until(),
                        acting.mandate());
    }

    Representation helpedBy(Account helper) {
        return new Representation(
                applicant, applicant, new Acting(AgentKind.HELPER, null, applicant, helper, null, List.of()));
    }
}
