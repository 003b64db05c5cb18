package io.onevisit.payments;

/** What became of a payment that was told. */
enum PaymentReceived {
    SETTLED,
    /** It was told before. */
    DUPLICATE,
    /** It came late or once more. */
    TO_REFUND
}
