package io.onevisit.payments;

/** What became of a payment that was told. */
enum PaymentReceived {
    SETTLED,
    /** It was told before. */
    DUPLICATE,
    /** It came late, once more or in another sum. */
    TO_REFUND
}
