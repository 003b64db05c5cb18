package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Deployment(
        resources = {
            "processes/shared/special-procedure.bpmn",
            "processes/shared/on-site-inspection.bpmn",
            "processes/shared/hearing.bpmn",
            "processes/shared/expert-review.bpmn",
            "processes/shared/public-notice.bpmn",
            "processes/shared/fee-payment.bpmn",
            "decisions/shared/special-procedure-kind.dmn"
        })
class SpecialProcedureTest {

    private static final String HEALTH = Groups.ofDepartment("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking(
            "special-procedure",
            platform,
            "on-site-inspection",
            "hearing",
            "expert-review",
            "public-notice",
            "fee-payment");

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void theClockRunsOnWhenTheProcedureEnds() {
        var procedure = begun().told("special-procedure-started");
        assertThat(platform.asked).containsExactly(Steps.STOP_CLOCK);
        assertThat(procedure.taskOf(HEALTH).getTaskDefinitionKey())
                .isEqualTo(SpecialProcedure.Elements.SPECIAL_PROCEDURE);

        procedure.answered(HEALTH, Map.of(ItemHandling.Variables.OUTCOME, "end"));

        procedure.ended("procedureEnded");
        assertThat(platform.asked).containsExactly(Steps.STOP_CLOCK, Steps.RESUME_CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "现场核查, arrangeInspection, qualified",
        "实地核查, arrangeInspection, unqualified",
        "听证, announceHearing, waived",
        "专家评审, arrangeReview, rejected"
    })
    void eachKindIsCarriedOutByItsOwnBlock(String kind, String firstTask, String outcome) {
        platform.procedureAsked = kind;
        var procedure = begun().told("special-procedure-started");
        assertThat(procedure.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(firstTask);

        procedure
                .answered(HEALTH, Map.of())
                .told("procedure-arranged")
                .answered(HEALTH, Map.of(ItemHandling.Variables.OUTCOME, outcome));

        procedure.ended("procedureEnded");
        assertThat(procedure.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo(outcome);
        assertThat(platform.asked).containsExactly(Steps.STOP_CLOCK, Steps.RESUME_CLOCK);
    }

    @Test
    void aPublicNoticeWaitsForItsLastDayOrAnObjection() {
        platform.procedureAsked = "简易注销公示";
        var procedure = begun().told("special-procedure-started");

        procedure.due("specialProcedureDue");

        procedure.ended("procedureEnded");
        assertThat(procedure.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo("passed");
    }

    @Test
    void aFeeWaitsForItsPaymentOrItsLastDay() {
        platform.procedureAsked = "缴费";
        var procedure = begun().told("special-procedure-started").told("payment-due");

        procedure.due("specialProcedureDue");

        procedure.ended("procedureEnded");
        assertThat(procedure.variable(SpecialProcedure.Variables.PROCEDURE_OUTCOME))
                .isEqualTo("failed");
    }

    private static Story begun() {
        return Story.begin(
                engine.getProcessEngine(),
                SpecialProcedure.PROCESS,
                "C1",
                Map.of(SpecialProcedure.Variables.APPROVER_GROUP, HEALTH));
    }
}
