package io.onevisit.payments;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.FeePayment;
import io.onevisit.processes.Steps;
import org.springframework.stereotype.Component;

/** Issues what the case has to pay, and says whether there is anything, or somebody has to assess it first. */
@Component
class IssuePaymentOrder implements PlatformStep {

    private final PaymentOrders orders;

    IssuePaymentOrder(PaymentOrders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return Steps.ISSUE_PAYMENT_ORDER;
    }

    @Override
    public void run(StepContext context) {
        context.set(FeePayment.Variables.FEE, orders.issue(context.businessKey()));
    }
}
