package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hearings and expert reviews: a day is arranged, the applicant is told, how it went is recorded. */
@Deployment(resources = {"processes/shared/hearing.bpmn", "processes/shared/expert-review.bpmn"})
class ArrangedProcedureTest {

    private static final String TRANSPORT = Groups.ofDepartment("transport");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("arranged", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @ParameterizedTest
    @CsvSource({"hearing, announceHearing, held, hearingEnded", "expert-review, arrangeReview, approved, reviewEnded"})
    void isArrangedToldAndRecorded(String process, String arranging, String outcome, String end) {
        var procedure = Story.begin(
                engine.getProcessEngine(), process, "C1", Map.of(SpecialProcedure.Variables.APPROVER_GROUP, TRANSPORT));
        assertThat(procedure.taskOf(TRANSPORT).getTaskDefinitionKey()).isEqualTo(arranging);

        procedure
                .answered(TRANSPORT, Map.of())
                .told("procedure-arranged")
                .answered(TRANSPORT, Map.of(ItemHandling.Variables.OUTCOME, outcome))
                .ended(end);
        assertThat(procedure.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo(outcome);
    }
}
