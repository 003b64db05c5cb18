package io.onevisit.hotline;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Groups;
import io.onevisit.processes.HotlineOrder;
import io.onevisit.processes.Steps;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives an order to a unit; the first time its limits begin to run, a day for returning it among them. */
@Component
class DispatchOrder implements PlatformStep {

    private final OrderStore store;
    private final OrderClocks clocks;
    private final HotlineProperties limits;
    private final Clock time;

    DispatchOrder(OrderStore store, OrderClocks clocks, HotlineProperties limits, Clock time) {
        this.store = store;
        this.clocks = clocks;
        this.limits = limits;
        this.time = time;
    }

    @Override
    public String name() {
        return Steps.DISPATCH_ORDER;
    }

    @Override
    public void run(StepContext context) {
        var order = store.get(context.businessKey());
        var assigned = order.assignReason() != null;
        var unit = !assigned && order.handUnit() != null ? order.handUnit() : context.text(HotlineOrder.Variables.UNIT);
        context.set(HotlineOrder.Variables.UNIT, unit);
        context.set(HotlineOrder.Variables.HANDLERS, Groups.ofDepartment(unit));
        context.set(HotlineOrder.Variables.HEADS, Groups.ofHead(unit));
        store.set(order.no(), Map.of("unit", unit, "state", OrderState.DISPATCHED.name()));
        begin(order, unit, order.kind().clock(), limits.limitDays(), LimitUnit.WORKING_DAY, order.createdAt());
        if (!assigned) {
            begin(order, unit, ClockKind.WORK_ORDER_RETURN, 1, LimitUnit.CALENDAR_DAY, time.instant());
        }
    }

    private void begin(WorkOrder order, String unit, ClockKind kind, int limit, LimitUnit counted, Instant at) {
        clocks.begin(
                Clocks.Key.of(order.no(), kind),
                new Clocks.Terms(limit, 0, counted, CountingRule.EXACT_TIME, order.region(), unit),
                at);
    }
}
