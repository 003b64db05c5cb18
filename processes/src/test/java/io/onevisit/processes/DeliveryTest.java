package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/shared/delivery.bpmn", "forms/shared/delivery.form"})
class DeliveryTest {

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("delivery", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void aClerkRegistersWhoFetchedTheResult() {
        var delivery = begun();

        delivery.answered(Groups.WINDOW_CLERKS, Map.of());

        delivery.ended("caseDelivered");
        assertThat(platform.asked).containsExactly(Steps.DELIVER_CASE);
    }

    @Test
    void whatTheDepartmentHandedOverNobodyHasToRegister() {
        var delivery = begun();

        delivery.message(Messages.CASE_DELIVERED, Map.of());

        delivery.ended("deliveryKnown");
        assertThat(platform.asked).isEmpty();
    }

    private static Story begun() {
        return Story.begin(engine.getProcessEngine(), Delivery.PROCESS, "C1", Map.of());
    }
}
