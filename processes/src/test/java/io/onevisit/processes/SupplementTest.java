package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/shared/supplement.bpmn", "forms/shared/supplement.form"})
class SupplementTest {

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("supplement", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void anApplicantIsToldWhatIsWantingAndSendsIt() {
        var supplement = requested();
        assertThat(supplement.taskOf(Groups.APPLICANT).getTaskDefinitionKey())
                .isEqualTo(Supplement.Elements.SUPPLEMENT_MATERIALS);

        supplement.answered(Groups.APPLICANT, Map.of());

        supplement.ended("supplementReceived");
        assertThat(supplement.variable(Supplement.Variables.SUPPLEMENTED)).isEqualTo(true);
        assertThat(platform.asked).containsExactly(Steps.REQUEST_SUPPLEMENT, Steps.RECEIVE_SUPPLEMENT);
    }

    @Test
    void aNoticeThatIsNotAnsweredLapses() {
        var supplement = requested();

        supplement.due("supplementDue");

        supplement.ended("supplementLapsed");
        assertThat(supplement.variable(Supplement.Variables.SUPPLEMENTED)).isEqualTo(false);
        assertThat(platform.asked).containsExactly(Steps.REQUEST_SUPPLEMENT, Steps.LAPSE_SUPPLEMENT);
    }

    private static Story requested() {
        return Story.begin(engine.getProcessEngine(), Supplement.PROCESS, "A1", Map.of())
                .told("supplement-requested");
    }
}
