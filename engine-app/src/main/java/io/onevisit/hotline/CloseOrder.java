package io.onevisit.hotline;

import io.onevisit.cases.Cases;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Closes an order with what its caller said of the answer. */
@Component
class CloseOrder implements PlatformStep {

    private final OrderStore store;
    private final OrderClocks clocks;
    private final Cases cases;
    private final Clock time;

    CloseOrder(OrderStore store, OrderClocks clocks, Cases cases, Clock time) {
        this.store = store;
        this.clocks = clocks;
        this.cases = cases;
        this.time = time;
    }

    @Override
    public String name() {
        return Steps.CLOSE_ORDER;
    }

    @Override
    public void run(StepContext context) {
        var order = store.get(context.businessKey());
        var now = time.instant();
        clocks.end(order, now);
        store.set(order.no(), Map.of("state", OrderState.CLOSED.name(), "closed_at", now));
        cases.journal(order.no(), "热线", "工单办结", "", now);
    }
}
