package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/deferred-material.bpmn")
class DeferredMaterialTest {

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("deferred-material", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void whatStaysAwayEndsTheCaseOnItsLastDay() {
        begun().told("deferred-material")
                .due(DeferredMaterial.Elements.DEFERRED_MATERIAL_DUE)
                .ended("materialLate");

        assertThat(platform.asked).containsExactly(Steps.LAPSE_DEFERRAL);
    }

    @Test
    void whatComesInTimeIsNotWaitedForAnyLonger() {
        begun().told("deferred-material")
                .message(Messages.DEFERRAL_SETTLED, Map.of())
                .ended("materialNotAwaited");

        assertThat(platform.asked).isEmpty();
    }

    @Test
    void whatComesBeforeTheNoticeWentOutIsNotMissed() {
        begun().message(Messages.DEFERRAL_SETTLED, Map.of()).ended("materialNotAwaited");
    }

    private static Story begun() {
        return Story.begin(
                engine.getProcessEngine(),
                DeferredMaterial.PROCESS,
                "C1",
                Map.of(DeferredMaterial.Variables.APPLICATION_NO, "A1"));
    }
}
