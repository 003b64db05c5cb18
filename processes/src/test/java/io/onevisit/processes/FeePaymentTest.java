package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Deployment(
        resources = {
            "processes/shared/fee-payment.bpmn",
            "forms/shared/fee-assessment.form",
            "forms/shared/fee-collection.form"
        })
class FeePaymentTest {

    private static final String LAND = Groups.ofDepartment("natural-resources");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("fee-payment", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void theApplicantPays() {
        var fee = ordered().told("payment-due");
        assertThat(fee.pendingTimers()).containsExactly(FeePayment.Elements.SPECIAL_PROCEDURE_DUE);
        assertThat(fee.taskOf(LAND).getTaskDefinitionKey()).isEqualTo(FeePayment.Elements.COLLECT_FEE);

        fee.message(Messages.PAYMENT_RECEIVED, Map.of());

        ended(fee, "feePaid", FeePayment.PASSED, Steps.ISSUE_PAYMENT_ORDER);
    }

    @Test
    void whoPaysBeforeTheNoticeWentOutHasPaid() {
        ended(
                ordered().message(Messages.PAYMENT_RECEIVED, Map.of()),
                "feePaid",
                FeePayment.PASSED,
                Steps.ISSUE_PAYMENT_ORDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {FeePayment.PAID, FeePayment.WAIVED})
    void anOfficerRegistersWhatAWindowTookOrWaivesIt(String outcome) {
        var fee = ordered().told("payment-due").answered(LAND, Map.of(ItemHandling.Variables.OUTCOME, outcome));

        assertThat(fee.pendingTimers()).isEmpty();
        ended(fee, "feeSettled", FeePayment.PASSED, Steps.ISSUE_PAYMENT_ORDER);
    }

    @Test
    void theLimitRunsOut() {
        var fee = ordered().told("payment-due").due(FeePayment.Elements.SPECIAL_PROCEDURE_DUE);

        ended(fee, "feeOverdue", FeePayment.FAILED, Steps.ISSUE_PAYMENT_ORDER, Steps.CANCEL_PAYMENT_ORDER);
    }

    @Test
    void nothingToPayIsNotWaitedFor() {
        platform.fees.set(0, FeePayment.NONE);

        ended(ordered(), "feeNone", FeePayment.PASSED, Steps.ISSUE_PAYMENT_ORDER);
    }

    @Test
    void anOfficerAssessesWhatTheItemDoesNotSay() {
        platform.fees.add(0, FeePayment.UNASSESSED);
        var fee = ordered();
        assertThat(fee.taskOf(LAND).getTaskDefinitionKey()).isEqualTo(FeePayment.Elements.ASSESS_FEE);

        fee.answered(LAND, Map.of()).told("payment-due").message(Messages.PAYMENT_RECEIVED, Map.of());

        ended(fee, "feePaid", FeePayment.PASSED, Steps.ISSUE_PAYMENT_ORDER, Steps.ISSUE_PAYMENT_ORDER);
    }

    private static Story ordered() {
        return Story.begin(
                engine.getProcessEngine(), FeePayment.PROCESS, "C1", Map.of(FeePayment.Variables.APPROVER_GROUP, LAND));
    }

    private static void ended(Story fee, String end, String outcome, String... asked) {
        fee.ended(end);
        assertThat(fee.variable(FeePayment.Variables.PROCEDURE_OUTCOME)).isEqualTo(outcome);
        assertThat(platform.asked).isEqualTo(List.of(asked));
    }
}
