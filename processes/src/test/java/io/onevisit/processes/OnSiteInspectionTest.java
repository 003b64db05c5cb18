package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/on-site-inspection.bpmn")
class OnSiteInspectionTest {

    private static final String TRANSPORT = Groups.ofDepartment("transport");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("on-site-inspection", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void whatIsFoundInOrderIsRecordedAfterTheArrangedDay() {
        var inspection = begun().answered(TRANSPORT, Map.of())
                .told("procedure-arranged")
                .answered(TRANSPORT, said("qualified"))
                .ended("inspected");

        assertThat(inspection.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo("qualified");
    }

    @Test
    void whatHasToBeMendedIsToldAndInspectedAgain() {
        var inspection = begun().answered(TRANSPORT, Map.of())
                .told("procedure-arranged")
                .answered(TRANSPORT, said("rectifying"))
                .told("inspection-rectify")
                .answered(TRANSPORT, Map.of())
                .told("procedure-arranged")
                .answered(TRANSPORT, said("unqualified"))
                .ended("inspected");

        assertThat(inspection.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo("unqualified");
    }

    private static Story begun() {
        return Story.begin(
                engine.getProcessEngine(),
                OnSiteInspection.PROCESS,
                "C1",
                Map.of(SpecialProcedure.Variables.APPROVER_GROUP, TRANSPORT));
    }

    private static Map<String, Object> said(String outcome) {
        return Map.of(ItemHandling.Variables.OUTCOME, outcome);
    }
}
