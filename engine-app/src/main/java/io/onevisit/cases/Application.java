package io.onevisit.cases;

import io.onevisit.catalogue.CreditCode;
import io.onevisit.delegation.Acting;
import io.onevisit.delegation.AgentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One application (申报) for a bundle.
 *
 * @param owner user name of the applicant, empty where a window took it in for somebody without an account
 * @param stage what is being done with it, in words for the applicant
 * @param intakeBy user name of the clerk who took it in at a window, {@code null} online
 * @param intakeWindow the window's name, {@code null} online
 * @param agent user name of who applied on the applicant's behalf, {@code null} where the applicant did
 * @param agentUntil last day of their mandate, {@code null} without one
 * @param mandate under which they applied, {@code null} for a legal representative or a helper
 */
public record Application(
        String applicationNo,
        String bundle,
        String bundleName,
        int edition,
        String region,
        String owner,
        String applicantName,
        String applicantId,
        ApplicationState state,
        String stage,
        Instant submittedAt,
        Instant closedAt,
        Channel channel,
        String intakeBy,
        String intakeWindow,
        String agent,
        String agentName,
        String agentKind,
        LocalDate agentUntil,
        UUID mandate) {

    Application withApplicantId(String id) {
        return new Application(
                applicationNo,
                bundle,
                bundleName,
                edition,
                region,
                owner,
                applicantName,
                id,
                state,
                stage,
                submittedAt,
                closedAt,
                channel,
                intakeBy,
                intakeWindow,
                agent,
                agentName,
                agentKind,
                agentUntil,
                mandate);
    }

    /** The applicant's name where it is an organisation: no personal data. */
    public Optional<String> organisation() {
        return CreditCode.valid(applicantId) ? Optional.of(applicantName) : Optional.empty();
    }

    /** Who applied on the applicant's behalf, in words: 李四（亲友代办，授权至2026年12月31日）. */
    public Optional<String> agency() {
        return agent == null
                ? Optional.empty()
                : Optional.of(Acting.shown(agentName, AgentKind.valueOf(agentKind), agentUntil));
    }

    /** Whether it is this person's: they made it, or a window made it for them. */
    public boolean belongsTo(String username, String idNo) {
        return owner.equals(username) || (idNo != null && idNo.equals(applicantId));
    }
}
