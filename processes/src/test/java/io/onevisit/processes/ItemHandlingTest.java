package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.processes.ItemHandling.Elements;
import io.onevisit.processes.ItemHandling.Variables;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(
        resources = {
            "processes/shared/item-handling.bpmn",
            "processes/shared/special-procedure.bpmn",
            "processes/shared/supplement.bpmn",
            "decisions/shared/data-check.dmn",
            "decisions/shared/special-procedure-kind.dmn",
            "forms/shared/department-review.form",
            "forms/shared/extension-approval.form",
            "forms/shared/second-review.form",
            "forms/shared/special-procedure.form",
            "forms/shared/supplement.form"
        })
class ItemHandlingTest {

    private static final String HEALTH = Groups.ofDepartment("health");
    private static final String HEAD = Groups.ofHead("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine =
            Engines.walking("items", platform, Supplement.PROCESS, SpecialProcedure.PROCESS);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void anApproverGrantsAndALicenseIsIssued() {
        platform.item.put(Variables.ISSUES_LICENSE, true);
        var item = accepted();
        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(Elements.DEPARTMENT_REVIEW);

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant"));
        item.worker(Topics.LICENSE_ISSUE, Map.of()).told("case-granted").ended("caseGranted");

        assertThat(item.variable(Variables.OUTCOME)).isEqualTo("granted");
        assertThat(platform.asked)
                .containsExactly(
                        Steps.OPEN_CASE,
                        Steps.ACCEPT_CASE,
                        Steps.START_CLOCK,
                        Steps.DISTRIBUTE_CASE,
                        Steps.DECIDE_CASE,
                        Steps.CLOSE_CASE,
                        Steps.DELIVER_CASE);
    }

    @Test
    void anApproverDenies() {
        var item = accepted();

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "deny")).told("case-denied");

        item.ended("caseDenied");
        assertThat(item.variable(Variables.OUTCOME)).isEqualTo("denied");
        assertThat(platform.asked).endsWith(Steps.DECIDE_CASE, Steps.CLOSE_CASE, Steps.DELIVER_CASE);
    }

    @Test
    void aSpecialProcedureThatTheModelDemandsComesBeforeTheReview() {
        platform.item.put(Variables.PROCEDURE, "档案核查");
        var item = accepted();
        item.told("special-procedure-started");
        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(SpecialProcedure.Elements.SPECIAL_PROCEDURE);

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "end"));

        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(Elements.DEPARTMENT_REVIEW);
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant")).told("case-granted");
        item.ended("caseGranted");
        assertThat(platform.asked).containsSubsequence(Steps.STOP_CLOCK, Steps.RESUME_CLOCK, Steps.DECIDE_CASE);
    }

    @Test
    void oneSpecialProcedureFollowsAnother() {
        var item = accepted();

        for (var n = 0; n < 2; n++) {
            item.answered(HEALTH, Map.of(Variables.OUTCOME, "special-procedure"))
                    .told("special-procedure-started");
            assertThat(item.taskOf(HEALTH).getTaskDefinitionKey())
                    .isEqualTo(SpecialProcedure.Elements.SPECIAL_PROCEDURE);
            item.answered(HEALTH, Map.of(Variables.OUTCOME, "end"));
        }
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant")).told("case-granted");

        item.ended("caseGranted");
        assertThat(platform.asked)
                .containsSubsequence(
                        Steps.STOP_CLOCK, Steps.RESUME_CLOCK, Steps.STOP_CLOCK, Steps.RESUME_CLOCK, Steps.DECIDE_CASE);
    }

    @Test
    void theHeadExtendsTheLimits() {
        var item = accepted();

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "extension"));
        item.answered(HEAD, Map.of(Variables.OUTCOME, "approve")).told("case-extended");

        assertThat(platform.asked).contains(Steps.EXTEND_CLOCK);
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant"))
                .told("case-granted")
                .ended("caseGranted");
    }

    @Test
    void whatTheHeadDoesNotApproveGoesOnAsItWas() {
        var item = accepted();

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "extension"));
        item.answered(HEAD, Map.of(Variables.OUTCOME, "reject"));

        assertThat(platform.asked).doesNotContain(Steps.EXTEND_CLOCK);
        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(Elements.DEPARTMENT_REVIEW);
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "deny"))
                .told("case-denied")
                .ended("caseDenied");
    }

    @Test
    void aSubstantiveReviewNeedsTwoOfficersWhoAgree() {
        platform.item.put(Variables.SUBSTANTIVE, true);
        var item = accepted();

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant"));
        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(Elements.SECOND_REVIEW);
        assertThat(platform.asked).doesNotContain(Steps.DECIDE_CASE);
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "disagree"));
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "deny"));
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "deny")).told("case-denied");

        item.ended("caseDenied");
    }

    @Test
    void whatIsPromisedIsDecidedOnTheSpot() {
        platform.item.put(Variables.HANDLING_MODE, "PROMISE");

        var item = accepted();

        item.told("case-granted").ended("caseGranted");
        assertThat(item.passed()).contains("promiseDecided").doesNotContain(Elements.DEPARTMENT_REVIEW);
    }

    @Test
    void aCaseEndsAtOnceWhereverItStands() {
        var item = accepted();
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "supplement")).told("supplement-requested");

        item.message(Messages.CASE_ENDED, Map.of(Variables.OUTCOME, "withdrawn"))
                .told("case-ended");

        item.ended("caseEndedEarly");
        assertThat(item.variable(Variables.OUTCOME)).isEqualTo("withdrawn");
        assertThat(item.pendingTimers()).isEmpty();
        assertThat(platform.asked).contains(Steps.END_CASE).doesNotContain(Steps.DECIDE_CASE);
    }

    @Test
    void aCaseWithdrawnBeforeItsTurnIsNotBegun() {
        platform.item.put(Variables.CASE_ENDED, true);
        var facts = Map.<String, Object>of(Variables.APPLICATION_NO, "A1", Variables.CASE_NO, "C1");

        Story.begin(engine.getProcessEngine(), ItemHandling.PROCESS, "C1", facts)
                .ended("caseEndedBefore");

        assertThat(platform.asked).containsExactly(Steps.OPEN_CASE);
    }

    @Test
    void whatIsDeemedAcceptedIsAcceptedThoughSomethingIsMissing() {
        platform.item.put(Variables.DEEMED_ACCEPTED, true);

        var item = filed(1).told("case-accepted");

        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(Elements.DEPARTMENT_REVIEW);
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant"))
                .told("case-granted")
                .ended("caseGranted");
    }

    @Test
    void anApproverHasMaterialsSupplemented() {
        var item = accepted();

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "supplement"));
        item.told("supplement-requested").answered(Groups.APPLICANT, Map.of());
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant")).told("case-granted");

        item.ended("caseGranted");
    }

    @Test
    void aDepartmentsOwnSystemAsksForASupplementAndDecides() {
        platform.item.put(Variables.HANDLING_MODE, "PUSH");
        var item = accepted();

        item.worker(Topics.DEPARTMENT_HANDOFF, Map.of())
                .message(Messages.DEPARTMENT_ANSWERED, Map.of(Variables.ANSWER, "supplement"));
        item.told("supplement-requested").answered(Groups.APPLICANT, Map.of());
        item.worker(Topics.DEPARTMENT_HANDOFF, Map.of())
                .message(Messages.DEPARTMENT_ANSWERED, Map.of(Variables.ANSWER, "decided", Variables.OUTCOME, "grant"));

        item.told("case-granted").ended("caseGranted");
    }

    @Test
    void aDataCheckNeedsNobody() {
        platform.item.put(Variables.HANDLING_MODE, "CHECK");

        var item = accepted();

        item.told("case-granted").ended("caseGranted");
    }

    @Test
    void whatIsMissingIsSupplementedBeforeAcceptance() {
        var item = filed(1);

        item.told("supplement-requested").answered(Groups.APPLICANT, Map.of());
        item.worker(Topics.LICENSE_LOOKUP, Map.of(Variables.MISSING_MATERIALS, 0))
                .told("case-accepted");

        assertThat(item.taskOf(HEALTH).getTaskDefinitionKey()).isEqualTo(Elements.DEPARTMENT_REVIEW);
    }

    @Test
    void whatIsNeverSupplementedIsReturnedAndItsClockNeverStarted() {
        var item = filed(2);

        item.told("supplement-requested").due("supplementDue").told("case-returned");

        item.ended("caseReturned");
        assertThat(item.variable(Variables.OUTCOME)).isEqualTo("returned");
        assertThat(platform.asked)
                .contains("closeCase(SUPPLEMENT_OVERDUE)")
                .doesNotContain(Steps.ACCEPT_CASE, Steps.START_CLOCK);
    }

    @Test
    void theLightsFollowOneAnotherWithOneTimerPendingAtATime() {
        var item = accepted();

        assertThat(item.pendingTimers()).containsExactly(Elements.BLUE_DUE);
        item.due(Elements.BLUE_DUE);
        assertThat(item.pendingTimers()).containsExactly(Elements.YELLOW_DUE);
        item.due(Elements.YELLOW_DUE);
        assertThat(item.pendingTimers()).containsExactly(Elements.RED_DUE);
        item.due(Elements.RED_DUE);

        assertThat(item.pendingTimers()).isEmpty();
        assertThat(platform.asked).contains("raiseLight(blue)", "raiseLight(yellow)", "raiseLight(red)");
        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant"))
                .told("case-granted")
                .ended("caseGranted");
    }

    @Test
    void theWatchEndsWithTheDecisionWhicheverLightWasReached() {
        var item = accepted();
        item.due(Elements.BLUE_DUE);

        item.answered(HEALTH, Map.of(Variables.OUTCOME, "grant"));

        assertThat(item.pendingTimers()).isEmpty();
        item.told("case-granted").ended("caseGranted");
    }

    private static Story accepted() {
        return filed(0).told("case-accepted");
    }

    private static Story filed(int missing) {
        var facts = Map.<String, Object>of(Variables.APPLICATION_NO, "A1", Variables.CASE_NO, "C1");
        return Story.begin(engine.getProcessEngine(), ItemHandling.PROCESS, "C1", facts)
                .worker(Topics.LICENSE_LOOKUP, Map.of(Variables.MISSING_MATERIALS, missing));
    }
}
