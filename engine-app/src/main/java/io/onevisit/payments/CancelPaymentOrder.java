package io.onevisit.payments;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** Cancels what was not paid in time. */
@Component
class CancelPaymentOrder implements PlatformStep {

    private final PaymentOrders orders;

    CancelPaymentOrder(PaymentOrders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return Steps.CANCEL_PAYMENT_ORDER;
    }

    @Override
    public void run(StepContext context) {
        orders.cancel(context.businessKey(), "期限届满仍未缴纳");
    }
}
