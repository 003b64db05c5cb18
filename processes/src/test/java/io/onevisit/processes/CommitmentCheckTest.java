package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/shared/commitment-check.bpmn", "forms/shared/commitment-check.form"})
class CommitmentCheckTest {

    private static final String HEALTH = Groups.ofDepartment("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("commitment-check", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void aPromiseKeptIsSettled() {
        var check = begun();

        check.answered(HEALTH, Map.of(CommitmentCheck.Variables.OUTCOME, "fulfilled"));

        check.ended("commitmentFulfilled");
        assertThat(platform.asked).containsExactly(Steps.SETTLE_COMMITMENT);
    }

    @Test
    void whatIsNotRectifiedInTimeIsRevoked() {
        var check = begun();
        check.answered(HEALTH, Map.of(CommitmentCheck.Variables.OUTCOME, "rectify"))
                .told("commitment-rectify");

        check.due(CommitmentCheck.Elements.COMMITMENT_DUE);
        check.answered(HEALTH, Map.of(CommitmentCheck.Variables.OUTCOME, "revoke"))
                .told("commitment-revoked");

        check.ended("commitmentRevoked");
        assertThat(platform.asked).containsExactly(Steps.SETTLE_COMMITMENT);
    }

    private static Story begun() {
        return Story.begin(
                engine.getProcessEngine(),
                CommitmentCheck.PROCESS,
                "C1",
                Map.of(CommitmentCheck.Variables.APPROVER_GROUP, HEALTH));
    }
}
