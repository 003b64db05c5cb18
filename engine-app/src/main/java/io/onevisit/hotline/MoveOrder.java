package io.onevisit.hotline;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves an order on; its clock stands still between answer and call-back. */
@Component
class MoveOrder implements PlatformStep {

    private final OrderStore store;
    private final OrderClocks clocks;
    private final OwnerNotices notices;
    private final Clock time;

    MoveOrder(OrderStore store, OrderClocks clocks, OwnerNotices notices, Clock time) {
        this.store = store;
        this.clocks = clocks;
        this.notices = notices;
        this.time = time;
    }

    @Override
    public String name() {
        return Steps.MOVE_ORDER;
    }

    @Override
    public void run(StepContext context) {
        var order = store.get(context.businessKey());
        var state = OrderState.valueOf(context.text(Steps.Inputs.STATE));
        store.set(order.no(), Map.of("state", state.name()));
        if (state == OrderState.REPLIED) {
            clocks.pause(order, time.instant());
            notices.replied(order);
        } else {
            clocks.goOn(order, time.instant());
        }
    }
}
