package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.processes.SingleItem.Variables;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One item on its own; the processes it calls are played, so that only their answers count. */
@Deployment(resources = {"processes/shared/single-item.bpmn", "processes/shared/application-closing.bpmn"})
class SingleItemTest {

    private static final String ITEM = "item";
    private static final String CHECK = "check";

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking(
            "single-item", platform, ItemHandling.PROCESS, MaterialCheck.PROCESS, ApplicationClosingTest.PROCESS);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
        var shared = engine.getRepositoryService().createDeployment();
        for (var played :
                Map.of(ItemHandling.PROCESS, ITEM, MaterialCheck.PROCESS, CHECK).entrySet()) {
            shared.addModelInstance(
                    played.getKey() + ".bpmn",
                    Bpmn.createExecutableProcess(played.getKey())
                            .camundaHistoryTimeToLiveString("P90D")
                            .startEvent()
                            .userTask("answer")
                            .camundaCandidateGroups(played.getValue())
                            .endEvent()
                            .done());
        }
        shared.deploy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"granted", "denied", "returned", "withdrawn"})
    void anItemIsHandledAndWhateverComesOfItIsTold(String outcome) {
        var application = submitted();
        application.answered(CHECK, Map.of(MaterialCheck.Variables.OUTCOME, "accept"));

        application.finished("C1", outcome).told("application-closed");

        application.ended("applicationClosed");
        assertThat(platform.asked).containsExactly(Steps.CLOSE_APPLICATION);
        assertThat(application.variable("itemOutcome")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "not-applicable", "supplement", "withdrawn"})
    void whatDoesNotPassTheCheckEndsWithItsReason(String outcome) {
        var application = submitted();

        application
                .answered(CHECK, Map.of(MaterialCheck.Variables.OUTCOME, outcome))
                .told("application-ended");

        application.ended("applicationEnded");
        assertThat(platform.asked).containsExactly(Steps.END_CASES, Steps.CLOSE_APPLICATION);
        assertThat(application.variable("materialsOutcome")).isEqualTo(outcome);
        assertThat(application.passed()).doesNotContain("handleItem");
    }

    private static Story submitted() {
        return Story.begin(
                engine.getProcessEngine(),
                SingleItem.PROCESS,
                "A1",
                Map.of(Variables.APPLICATION_NO, "A1", Variables.ITEM_CASE, "C1"));
    }
}
