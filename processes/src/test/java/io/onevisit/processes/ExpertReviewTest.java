package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/expert-review.bpmn")
class ExpertReviewTest {

    private static final String TRANSPORT = Groups.ofDepartment("transport");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("expert-review", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void isArrangedAndConcluded() {
        var procedure = begun().answered(TRANSPORT, Map.of())
                .told("procedure-arranged")
                .answered(TRANSPORT, said("approved"))
                .ended("reviewEnded");

        assertThat(procedure.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo("approved");
    }

    private static Story begun() {
        return Story.begin(
                engine.getProcessEngine(),
                "expert-review",
                "C1",
                Map.of(SpecialProcedure.Variables.APPROVER_GROUP, TRANSPORT));
    }

    private static Map<String, Object> said(String outcome) {
        return Map.of(ItemHandling.Variables.OUTCOME, outcome);
    }
}
