package io.onevisit.payments;

/**
 * The public payment platform (统一公共支付平台), at which people pay; it tells what was paid at
 * {@code POST /api/payment-callbacks}. An installation adds a bean for its own; without one fees are paid at windows only.
 */
public interface PaymentGateway {

    /** Where its cashier takes the payment for this order. */
    String cashier(PaymentOrder order);
}
