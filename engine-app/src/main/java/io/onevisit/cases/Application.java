package io.onevisit.cases;

import java.time.Instant;

/**
 * One application (申报) for a bundle.
 *
 * @param stage what is being done with it, in words for the applicant
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
        Instant closedAt) {}
