package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "processes/shared/joint-review.bpmn")
class JointReviewTest {

    private static final String LEAD = Groups.ofDepartment("housing");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("joint-review", platform);

    @Test
    void allMembersAreAskedAtOnceAndTheLeadAnswersOnce() {
        var review = begun("dept-water", "dept-power", "dept-gas", "dept-telecom")
                .answered(LEAD, Map.of())
                .told("joint-review-arranged");
        for (var member : new String[] {"dept-telecom", "dept-water", "dept-gas", "dept-power"}) {
            review.answered(member, Map.of(ItemHandling.Variables.OUTCOME, "agree-on-site"));
        }

        review.answered(LEAD, Map.of(ItemHandling.Variables.OUTCOME, "agreed")).ended("jointReviewEnded");
        assertThat(review.variable(ItemHandling.Variables.OUTCOME)).isEqualTo("agreed");
    }

    @Test
    void whoIsNotNamedIsNotWaitedFor() {
        begun("dept-water", "", "", "")
                .answered(LEAD, Map.of())
                .told("joint-review-arranged")
                .answered("dept-water", Map.of(ItemHandling.Variables.OUTCOME, "disagree-on-site"))
                .answered(LEAD, Map.of(ItemHandling.Variables.OUTCOME, "disagreed"))
                .ended("jointReviewEnded");
    }

    @Test
    void withoutMembersTheLeadAloneConcludes() {
        begun("", "", "", "")
                .answered(LEAD, Map.of())
                .told("joint-review-arranged")
                .answered(LEAD, Map.of(ItemHandling.Variables.OUTCOME, "agreed"))
                .ended("jointReviewEnded");
    }

    private static Story begun(String first, String second, String third, String fourth) {
        return Story.begin(
                engine.getProcessEngine(),
                JointReview.PROCESS,
                "A1",
                Map.of(
                        JointReview.Variables.LEAD_GROUP, LEAD,
                        JointReview.Variables.FIRST_MEMBER, first,
                        JointReview.Variables.SECOND_MEMBER, second,
                        JointReview.Variables.THIRD_MEMBER, third,
                        JointReview.Variables.FOURTH_MEMBER, fourth));
    }
}
