package io.onevisit.cases;

import java.time.Instant;

/**
 * One application (申报) for a bundle.
 *
 * @param owner user name of the applicant, empty where a window took it in for somebody without an account
 * @param stage what is being done with it, in words for the applicant
 * @param intakeBy user name of the clerk who took it in at a window, {@code null} online
 * @param intakeWindow the window's name, {@code null} online
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
        String intakeWindow) {

    /** Whether it is this person's: they made it, or a window made it for them. */
    public boolean belongsTo(String username, String idNo) {
        return owner.equals(username) || (idNo != null && idNo.equals(applicantId));
    }
}
