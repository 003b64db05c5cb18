package io.onevisit.payments;

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

    enum Channel {
        ONLINE("网上缴费"),
        WINDOW("窗口缴费");

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
        /** It came late or once more, and is to be paid back (待退付). */
        TO_REFUND
    }
}
