package io.onevisit.cases;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Delivery;
import org.springframework.stereotype.Component;

/** Delivers the result or the decision: what is electronic at once, what is fetched or posted when somebody registers it (送达). */
@Component
class DeliverCase implements PlatformStep {

    private final Deliveries deliveries;

    DeliverCase(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "deliverCase";
    }

    @Override
    public void run(StepContext context) {
        if (context.processKey().equals(Delivery.PROCESS)) {
            deliveries.registered(context.businessKey());
        } else {
            deliveries.deliver(context.businessKey());
        }
    }
}
