package io.onevisit.cases;

import java.time.Instant;

/**
 * One case (办件): one service item applied for in one application.
 *
 * @param handlingLevel level of the division whose unit handles it, the empty text where that is found as usual
 * @param handlingReason why the bundle has it handled like that, the empty text where the item's row says how
 */
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
        String handlingLevel,
        String handlingReason,
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
