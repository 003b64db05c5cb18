package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An order finds its unit, is answered by it and closed after somebody asked whether it helped. */
@Deployment(
        resources = {
            "processes/shared/hotline-order.bpmn",
            "decisions/shared/hotline-dispatch.dmn",
            "forms/shared/order-accept.form",
            "forms/shared/order-assign.form",
            "forms/shared/order-handle.form",
            "forms/shared/order-assist.form",
            "forms/shared/order-callback.form",
            "forms/shared/voice-extension.form"
        })
class HotlineOrderTest {

    private static final String UNIT = Groups.ofDepartment("insurance");
    private static final String HEAD = Groups.ofHead("insurance");
    private static final String REPLY = "reply";

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("hotline-order", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void aClearOrderGoesStraightToItsUnitAndIsClosedAfterTheCallBack() {
        var order = registered("medical-insurance", true, true);
        assertThat(order.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(HotlineOrder.Elements.ACCEPT_ORDER);

        order.answered(UNIT, Map.of("outcome", "accept"))
                .answered(UNIT, Map.of("outcome", REPLY))
                .answered(Groups.HOTLINE_AGENTS, Map.of("outcome", "satisfied"))
                .ended("orderClosed");

        assertThat(platform.asked)
                .containsExactly("dispatchOrder", "moveOrder(IN_PROGRESS)", "moveOrder(REPLIED)", "closeOrder");
    }

    @Test
    void anUnclearOneOutsideACountyIsAssignedByTheLineOffice() {
        var order = registered("other", false, false);
        assertThat(order.taskOf(Groups.HOTLINE_OFFICE).getTaskDefinitionKey())
                .isEqualTo(HotlineOrder.Elements.ASSIGN_UNIT);

        order.answered(Groups.HOTLINE_OFFICE, Map.of("unit", "insurance"));

        assertThat(order.taskOf(UNIT).getTaskDefinitionKey())
                .as("assigned by the office: not to be returned")
                .isEqualTo(HotlineOrder.Elements.HANDLE_ORDER);
        order.answered(UNIT, Map.of("outcome", REPLY)).ended("orderClosed");
    }

    @Test
    void aReturnedOneGoesToTheLineOffice() {
        registered("medical-insurance", true, false)
                .answered(UNIT, Map.of("outcome", "return"))
                .answered(Groups.HOTLINE_OFFICE, Map.of("unit", "police"))
                .answered(Groups.ofDepartment("police"), Map.of("outcome", REPLY))
                .ended("orderClosed");
    }

    @Test
    void whoDoesNotReturnItInADayHasTakenIt() {
        var order = registered("medical-insurance", true, false);

        order.due(HotlineOrder.Elements.WORK_ORDER_RETURN_DUE);

        assertThat(order.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(HotlineOrder.Elements.HANDLE_ORDER);
        order.answered(UNIT, Map.of("outcome", REPLY)).ended("orderClosed");
    }

    @Test
    void theFirstReceiverLeadsWhileOthersAssistAndTheHeadGrantsTime() {
        var helper = Groups.ofDepartment("police");
        registered("medical-insurance", true, false)
                .answered(UNIT, Map.of("outcome", "accept"))
                .answered(UNIT, Map.of("outcome", "assist", HotlineOrder.Variables.CO_HANDLERS, helper))
                .answered(helper, Map.of("outcome", "assisted"))
                .answered(UNIT, Map.of("outcome", "extend"))
                .answered(HEAD, Map.of("outcome", "approve"))
                .answered(UNIT, Map.of("outcome", REPLY))
                .ended("orderClosed");
    }

    @Test
    void anUnsatisfiedCallerSendsItBackOnce() {
        var order = registered("medical-insurance", true, true)
                .answered(UNIT, Map.of("outcome", "accept"))
                .answered(UNIT, Map.of("outcome", REPLY))
                .answered(Groups.HOTLINE_AGENTS, Map.of("outcome", "unsatisfied"));
        assertThat(order.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(HotlineOrder.Elements.HANDLE_ORDER);

        order.answered(UNIT, Map.of("outcome", REPLY))
                .answered(Groups.HOTLINE_AGENTS, Map.of("outcome", "unsatisfied"))
                .ended("orderClosed");
    }

    private static Story registered(String duty, boolean county, boolean reachable) {
        return Story.begin(
                engine.getProcessEngine(),
                HotlineOrder.PROCESS,
                "W1",
                Map.of(
                        HotlineOrder.Variables.DUTY, duty,
                        HotlineOrder.Variables.COUNTY, county,
                        HotlineOrder.Variables.REACHABLE, reachable,
                        HotlineOrder.Variables.HAND_PICKED, false,
                        HotlineOrder.Variables.REOPENED, false));
    }
}
