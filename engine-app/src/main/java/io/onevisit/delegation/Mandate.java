package io.onevisit.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who may act for whom, in what and until when (授权委托).
 *
 * @param principal user name of the principal, {@code null} for somebody without an account
 * @param givenBy the principal, the representative of a legal person, or the clerk before whom it was given
 * @param agentName whom it names; with the telephone, nobody else accepts it
 * @param agent user name of who accepted it
 * @param subjects keys of bundles and codes of items, empty for everything
 * @param licenses whether the principal consents to the use of their licenses
 * @param evidence {@code SIGNED_IN} by the principal's own proved account, {@code WINDOW} with the identity card before a
 *     clerk, {@code PAPER} by a signed paper that the clerk compared with its original
 */
record Mandate(
        UUID id,
        AgentKind kind,
        String principal,
        String principalName,
        String principalId,
        String principalPhone,
        String principalRegion,
        String givenBy,
        String agentName,
        String agentPhone,
        String agent,
        List<String> subjects,
        boolean licenses,
        LocalDate fromOn,
        LocalDate untilOn,
        String evidence,
        MandateState state,
        Instant givenAt,
        Instant endedAt,
        String endedWhy) {

    boolean open() {
        return state == MandateState.OFFERED || state == MandateState.ACCEPTED;
    }
}
