package io.onevisit.payments;

import io.onevisit.processes.FeePayment;
import java.time.Instant;

/**
 * Money that came for an order.
 *
 * @param transaction the platform's number of it; of a window's payment the number of its receipt
 * @param receipt number of the receipt (票据号码)
 * @param registeredBy user name of the officer who registered it, {@code null} online
 */
record Payment(
        Channel channel,
        String transaction,
        String orderNo,
        long cents,
        String receipt,
        Instant paidAt,
        Instant receivedAt,
        Use use,
        String registeredBy) {

    boolean isFor(String order, long sum) {
        return orderNo.equals(order) && cents == sum;
    }

    /** Which payment it is, of all there are. */
    String id() {
        return channel + ":" + transaction;
    }

    boolean isBackBy(Refund refund) {
        return refund.channel() == channel && refund.transaction().equals(transaction);
    }

    enum Channel {
        ONLINE(FeePayment.PAID_ONLINE),
        WINDOW(FeePayment.PAID_AT_WINDOW);

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What becomes of the money. */
    enum Use {
        SETTLES,
        /** It came late, once more or in another sum, and is to be paid back (待退付). */
        TO_REFUND
    }
}
