package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.processes.SupervisionCard.Elements;
import io.onevisit.processes.SupervisionCard.Variables;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(
        resources = {
            "processes/shared/supervision-card.bpmn",
            "forms/shared/card-feedback.form",
            "forms/shared/card-review.form",
            "forms/shared/card-appeal.form",
            "forms/shared/card-escalation.form"
        })
class SupervisionCardTest {

    private static final String OFFICERS = Groups.ofDepartment("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("cards", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void aDepartmentExplainsAndTheCardIsSettled() {
        var card = issued();
        assertThat(card.taskOf(OFFICERS).getTaskDefinitionKey()).isEqualTo(Elements.CARD_FEEDBACK);

        card.answered(OFFICERS, outcome("feedback"));
        assertThat(card.taskOf(Groups.SUPERVISORS).getTaskDefinitionKey()).isEqualTo(Elements.REVIEW_FEEDBACK);
        card.answered(Groups.SUPERVISORS, outcome("accept"));

        card.ended("cardSettled");
        assertThat(platform.asked).containsExactly(Steps.REQUEST_FEEDBACK, Steps.SETTLE_CARD);
    }

    @Test
    void whatIsReturnedIsAskedForAgain() {
        var card = issued();

        card.answered(OFFICERS, outcome("feedback"));
        card.answered(Groups.SUPERVISORS, outcome("return"));
        card.answered(OFFICERS, outcome("feedback"));
        card.answered(Groups.SUPERVISORS, outcome("accept"));

        card.ended("cardSettled");
        assertThat(platform.asked).containsExactly(Steps.REQUEST_FEEDBACK, Steps.REQUEST_FEEDBACK, Steps.SETTLE_CARD);
    }

    @Test
    void anAppealIsGranted() {
        var card = issued();

        card.answered(OFFICERS, outcome("appeal"));
        assertThat(card.taskOf(Groups.SUPERVISORS).getTaskDefinitionKey()).isEqualTo(Elements.DECIDE_APPEAL);
        card.answered(Groups.SUPERVISORS, outcome("revoke"));

        card.ended("cardRevoked");
        assertThat(platform.asked).containsExactly(Steps.REQUEST_FEEDBACK, Steps.REVOKE_CARD);
    }

    @Test
    void anAppealIsSentBackAndTheDepartmentExplains() {
        var card = issued();

        card.answered(OFFICERS, outcome("appeal"));
        card.answered(Groups.SUPERVISORS, outcome("return"));
        card.answered(OFFICERS, outcome("feedback"));
        card.answered(Groups.SUPERVISORS, outcome("accept"));

        card.ended("cardSettled");
    }

    @Test
    void anAppealIsEscalatedAndGrantedAbove() {
        var card = escalated();
        assertThat(card.taskOf(Groups.SUPERVISORS).getTaskDefinitionKey()).isEqualTo(Elements.DECIDE_ESCALATED);

        card.answered(Groups.SUPERVISORS, outcome("revoke"));

        card.ended("cardRevoked");
    }

    @Test
    void anAppealIsEscalatedAndSentBackFromAbove() {
        var card = escalated();

        card.answered(Groups.SUPERVISORS, outcome("return"));
        card.answered(OFFICERS, outcome("feedback"));
        card.answered(Groups.SUPERVISORS, outcome("accept"));

        card.ended("cardSettled");
    }

    @Test
    void feedbackThatIsOverdueIsRaisedAndStillExpected() {
        var card = issued();

        card.due("cardFeedbackDue");

        assertThat(platform.asked).containsExactly(Steps.REQUEST_FEEDBACK, "raiseLight(yellow)");
        assertThat(card.taskOf(OFFICERS)).isNotNull();
        card.answered(OFFICERS, outcome("feedback"));
        card.answered(Groups.SUPERVISORS, outcome("accept"));
        card.ended("cardSettled");
    }

    @Test
    void aCardRevokedMidwayEndsItsLoop() {
        var card = issued();

        card.message(Messages.CARD_WITHDRAWN, Map.of());

        card.ended("withdrawalNoted");
    }

    private static Story issued() {
        return Story.begin(
                engine.getProcessEngine(), SupervisionCard.PROCESS, "K1", Map.of(Variables.CARD_GROUP, OFFICERS));
    }

    private static Story escalated() {
        return issued().answered(OFFICERS, outcome("appeal")).answered(Groups.SUPERVISORS, outcome("escalate"));
    }

    private static Map<String, Object> outcome(String answer) {
        return Map.of(Variables.OUTCOME, answer);
    }
}
