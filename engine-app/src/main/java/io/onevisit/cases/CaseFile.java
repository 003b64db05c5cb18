package io.onevisit.cases;

import java.time.Instant;

/** One case (办件): one service item applied for in one application. */
public record CaseFile(
        String caseNo,
        String applicationNo,
        String itemCode,
        int itemEdition,
        String itemVariable,
        String itemName,
        String department,
        String region,
        String mode,
        int promised,
        int statutory,
        String unit,
        String countingRule,
        String resultLicense,
        String applicantName,
        String applicantId,
        CaseState state,
        CaseResult result,
        String decision,
        String decisionReason,
        String decidedBy,
        String licenseId,
        String channel,
        boolean substantive,
        boolean onPromise,
        String delivery,
        Instant submittedAt,
        Instant acceptedAt,
        Instant closedAt,
        Instant deliveredAt,
        Instant blueAt,
        Instant yellowAt,
        Instant redAt) {

    /** Until when the department promised to be done; {@code null} before acceptance. */
    public Instant promisedDueAt() {
        return yellowAt;
    }
}
