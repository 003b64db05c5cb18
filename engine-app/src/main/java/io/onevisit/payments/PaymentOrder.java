package io.onevisit.payments;

import io.onevisit.catalogue.Fee;
import java.time.Instant;
import java.util.List;

/**
 * A payment order (缴款通知书).
 *
 * @param procedure which special procedure of the case it belongs to
 * @param payer name of the applicant
 * @param fees what the sum is made of
 * @param online whether it may be paid online
 * @param until when it is too late to pay
 * @param settledAt when it was paid, waived or cancelled, {@code null} before
 */
public record PaymentOrder(
        String no,
        String caseNo,
        String applicationNo,
        int procedure,
        String itemName,
        String department,
        String region,
        String payer,
        long cents,
        List<Fee> fees,
        boolean online,
        Instant issuedAt,
        Instant until,
        State state,
        Instant settledAt) {

    boolean payableAt(Instant at) {
        return state == State.OPEN && at.isBefore(until);
    }

    public enum State {
        OPEN("待缴"),
        PAID("已缴"),
        WAIVED("已减免"),
        CANCELLED("已取消");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
