package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.processes.MaterialCheck.Variables;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(
        resources = {
            "processes/shared/material-check.bpmn",
            "processes/shared/supplement.bpmn",
            "decisions/shared/material-verdict.dmn",
            "forms/shared/clerk-review.form",
            "forms/shared/supplement.form"
        })
class MaterialCheckTest {

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("materials", platform, Supplement.PROCESS);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void materialsInOrderPassWithoutAPerson() {
        var check = read(0, 0, 0, 0.97);

        check.ended("materialsPassed");
        assertThat(check.variable(Variables.OUTCOME)).isEqualTo("accept");
        assertThat(check.passed()).doesNotContain(MaterialCheck.Elements.CLERK_REVIEW);
    }

    @Test
    void whatTheMachineDoubtsAClerkDecides() {
        var check = read(0, 0, 1, 0.97);

        check.answered(Groups.WINDOW_CLERKS, Map.of(Variables.OUTCOME, "accept"));

        check.ended("materialsPassed");
        assertThat(check.variable(Variables.OUTCOME)).isEqualTo("accept");
    }

    @Test
    void aClerkRefusesWhatIsNotForThisOffice() {
        var check = read(0, 0, 0, 0.5);

        check.answered(Groups.WINDOW_CLERKS, Map.of(Variables.OUTCOME, "refuse"));

        check.ended("materialsRefused");
        assertThat(check.variable(Variables.OUTCOME)).isEqualTo("refuse");
    }

    @Test
    void aWrongScanIsSentBackAndTheRightOnePasses() {
        var check = read(0, 1, 0, 1.0);
        check.answered(Groups.WINDOW_CLERKS, Map.of(Variables.OUTCOME, "supplement"));

        check.told("supplement-requested").answered(Groups.APPLICANT, Map.of());
        read(check, 0, 0, 0, 0.97);

        check.ended("materialsPassed");
    }

    @Test
    void missingMaterialsThatNeverComeEndTheCheck() {
        var check = read(1, 0, 0, 1.0);

        check.told("supplement-requested").due("supplementDue");

        check.ended("materialsOverdue");
        assertThat(check.variable(Variables.OUTCOME)).isEqualTo("supplement");
    }

    @Test
    void fiveWorkingDaysWithoutANoticeAreAnAcceptance() {
        var check = read(0, 0, 1, 0.97);

        check.due(MaterialCheck.Elements.NOTICE_DUE);

        check.ended("materialsPassed");
        assertThat(check.variable(Variables.OUTCOME)).isEqualTo("accept");
        assertThat(platform.asked).containsExactly(Steps.DEEM_ACCEPTED, Steps.PASS_PRECHECK);
    }

    @Test
    void anApplicantTakesTheApplicationBackInTheMiddleOfTheCheck() {
        var check = read(1, 0, 0, 1.0);
        check.told("supplement-requested");

        check.message(Messages.APPLICATION_WITHDRAWN, Map.of(Variables.OUTCOME, "withdrawn"));

        check.ended("materialsWithdrawn");
        assertThat(check.variable(Variables.OUTCOME)).isEqualTo("withdrawn");
    }

    private static Story read(int missing, int unreadable, int mismatches, double confidence) {
        var facts = Map.<String, Object>of(Variables.APPLICATION_NO, "A1");
        var check = Story.begin(engine.getProcessEngine(), MaterialCheck.PROCESS, "A1", facts);
        return read(check, missing, unreadable, mismatches, confidence);
    }

    private static Story read(Story check, int missing, int unreadable, int mismatches, double confidence) {
        return check.worker(Topics.LICENSE_LOOKUP, Map.of(Variables.MISSING_MATERIALS, missing))
                .worker(
                        Topics.MATERIAL_OCR,
                        Map.of(Variables.UNREADABLE_MATERIALS, unreadable, Variables.LOWEST_CONFIDENCE, confidence))
                .worker(Topics.MATERIAL_COMPARE, Map.of(Variables.MISMATCHES, mismatches));
    }
}
