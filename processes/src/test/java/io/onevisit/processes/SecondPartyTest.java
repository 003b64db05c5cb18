package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.processes.SecondParty.Elements;
import io.onevisit.processes.SecondParty.Variables;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/second-party.bpmn")
class SecondPartyTest {

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("second-party", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void theOtherPersonAgrees() {
        var request = asked();
        assertThat(request.pendingTimers()).containsExactlyInAnyOrder(Elements.ANSWER_DUE, Elements.REMINDER_DUE);

        answered(request, SecondParty.AGREED).told("party-agreed");

        request.ended("partyAgreed");
        assertThat(request.variable(Variables.PARTY_OUTCOME)).isEqualTo(SecondParty.AGREED);
        assertThat(platform.asked).containsExactly(Steps.ASK_PARTY);
    }

    @Test
    void theOtherPersonRefusesAfterTheReminder() {
        var request = asked().due(Elements.REMINDER_DUE);
        assertThat(request.pendingTimers()).containsExactly(Elements.ANSWER_DUE);

        answered(request, SecondParty.REFUSED).told("party-refused");

        request.ended("partyRefused");
        assertThat(request.variable(Variables.PARTY_OUTCOME)).isEqualTo(SecondParty.REFUSED);
        assertThat(platform.asked).containsExactly(Steps.ASK_PARTY, Steps.REMIND_PARTY);
    }

    @Test
    void nobodyAnswersInTime() {
        var request = asked().due(Elements.ANSWER_DUE).told("party-expired");

        request.ended("partyExpired");
        assertThat(request.variable(Variables.PARTY_OUTCOME)).isEqualTo(SecondParty.EXPIRED);
        assertThat(platform.asked).containsExactly(Steps.ASK_PARTY, "settleParty(expired)");
    }

    @Test
    void theApplicantWithdrawsMeanwhile() {
        var request = asked().message(Messages.APPLICATION_WITHDRAWN, Map.of());

        request.ended("partyWithdrawn");
        assertThat(request.variable(Variables.PARTY_OUTCOME)).isEqualTo(SecondParty.WITHDRAWN);
        assertThat(platform.asked).containsExactly(Steps.ASK_PARTY, "settleParty(withdrawn)");
    }

    @Test
    void whoIsTheApplicantThemselvesIsNotWaitedFor() {
        platform.partyOutcome = SecondParty.AGREED;

        var request = asked();

        request.ended("answerKnown");
        assertThat(request.variable(Variables.PARTY_OUTCOME)).isEqualTo(SecondParty.AGREED);
    }

    private static Story asked() {
        return Story.begin(
                engine.getProcessEngine(),
                SecondParty.PROCESS,
                "A1",
                Map.of(Variables.PARTY, "seller", Variables.DAYS, "15", Variables.PURPOSE, "同意转让"));
    }

    private static Story answered(Story request, String outcome) {
        return request.message(Messages.PARTY_ANSWERED, Map.of(Variables.PARTY_OUTCOME, outcome));
    }
}
