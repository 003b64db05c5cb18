package io.onevisit.hotline;

import java.time.Instant;
import java.util.List;

/**
 * One order.
 *
 * @param owner user name of who sent it over the web, {@code null} for a call
 * @param agent user name of who took the call, {@code null} for the web
 * @param unit department in charge (首接单位), the empty text before it is dispatched
 * @param handUnit what the agent chose instead of the decision's unit, {@code null} where they did not
 * @param assignReason why the line office decided so; after that the unit may not return it
 */
record WorkOrder(
        String no,
        OrderKind kind,
        boolean urgent,
        String duty,
        String region,
        String text,
        String contactName,
        String contactPhone,
        String owner,
        String agent,
        String caseNo,
        String ratingNo,
        OrderState state,
        String unit,
        String handUnit,
        String handReason,
        String returnReason,
        String assignedBy,
        String assignReason,
        List<String> coUnits,
        String assistRequest,
        String assistReply,
        boolean extended,
        String extensionReason,
        String reply,
        Instant repliedAt,
        String callBack,
        String callBackNote,
        Instant dueAt,
        Instant createdAt,
        Instant closedAt) {

    boolean reachable() {
        return !contactPhone.isBlank();
    }
}
