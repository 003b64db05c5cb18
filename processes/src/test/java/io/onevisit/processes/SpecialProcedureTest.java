package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/shared/special-procedure.bpmn", "forms/shared/special-procedure.form"})
class SpecialProcedureTest {

    private static final String HEALTH = Groups.ofDepartment("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("special-procedure", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void theClockRunsOnWhenTheProcedureEnds() {
        var procedure = Story.begin(
                engine.getProcessEngine(),
                SpecialProcedure.PROCESS,
                "C1",
                Map.of(SpecialProcedure.Variables.APPROVER_GROUP, HEALTH));
        procedure.told("special-procedure-started");
        assertThat(platform.asked).containsExactly(Steps.STOP_CLOCK);

        procedure.answered(HEALTH, Map.of());

        procedure.ended("procedureEnded");
        assertThat(platform.asked).containsExactly(Steps.STOP_CLOCK, Steps.RESUME_CLOCK);
    }
}
