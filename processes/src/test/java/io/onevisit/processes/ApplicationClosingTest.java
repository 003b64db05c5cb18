package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every application ends: closed with its results, or ended for a reason. */
@Deployment(resources = "processes/shared/application-closing.bpmn")
class ApplicationClosingTest {

    static final String PROCESS = "application-closing";

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking(PROCESS, platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void whatPassedTheCheckIsClosedAndItsResultsAreTold() {
        closing("accept").told("application-closed").ended("applicationClosed");

        assertThat(platform.asked).containsExactly(Steps.CLOSE_APPLICATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "not-applicable", "fail", "supplement", "withdrawn"})
    void whatDidNotPassIsEndedAndTheReasonIsTold(String outcome) {
        closing(outcome).told("application-ended").ended("applicationEnded");

        assertThat(platform.asked).containsExactly(Steps.END_CASES, Steps.CLOSE_APPLICATION);
    }

    private static Story closing(String outcome) {
        return Story.begin(engine.getProcessEngine(), PROCESS, "A1", Map.of("applicationNo", "A1", "outcome", outcome));
    }
}
