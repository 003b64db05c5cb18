package io.onevisit.payments;

import java.time.Instant;

/**
 * That a payment was paid back (退付).
 *
 * @param channel with the transaction: which payment
 * @param voucher number of the voucher by which it was paid back (退付凭证)
 * @param registeredBy user name of the officer
 */
record Refund(
        Payment.Channel channel,
        String transaction,
        String orderNo,
        String voucher,
        String registeredBy,
        Instant registeredAt) {}
