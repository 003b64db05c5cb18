package io.onevisit.payments;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The payment platform of the demonstration: a page of the client that says it is none. */
@Component
@ConditionalOnProperty("onevisit.demo.enabled")
class DemoPaymentGateway implements PaymentGateway {

    @Override
    public String cashier(PaymentOrder order) {
        return "/cashier/" + order.no();
    }
}
