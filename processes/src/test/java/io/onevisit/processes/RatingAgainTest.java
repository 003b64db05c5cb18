package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a rater is still not content with is rectified once more by the head, and then concluded by a supervisor. */
@Deployment(
        resources = {
            "processes/shared/rating-again.bpmn",
            "forms/shared/rating-rectify-again.form",
            "forms/shared/rating-feedback.form",
            "forms/shared/rating-callback.form",
            "forms/shared/rating-conclusion.form"
        })
class RatingAgainTest {

    private static final String UNIT = Groups.ofDepartment("health");
    private static final String HEAD = Groups.ofHead("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("rating-again", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void theHeadRectifiesAndAnswersAndItIsSettled() {
        stillBad(false)
                .answered(HEAD, Map.of("outcome", "done"))
                .answered(HEAD, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "satisfied"))
                .ended("ratingSettled");

        assertThat(platform.asked)
                .containsExactly("moveRating(RECTIFYING_AGAIN)", "moveRating(CALLBACK)", "moveRating(SETTLED)");
    }

    @Test
    void theThirdTimeASupervisorConcludesAndNothingIsRectifiedAnyMore() {
        var rating = stillBad(false)
                .answered(HEAD, Map.of("outcome", "explained"))
                .answered(HEAD, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "unsatisfied"));
        assertThat(rating.taskOf(Groups.SUPERVISORS).getTaskDefinitionKey())
                .isEqualTo(RatingAgain.Elements.CONCLUDE_RATING);

        rating.answered(Groups.SUPERVISORS, Map.of("outcome", "proper")).ended("ratingConcluded");

        assertThat(platform.asked).endsWith("moveRating(CONCLUDING)", "moveRating(SETTLED)");
    }

    @Test
    void whatWasRectifiedAgainBeforeGoesStraightToTheSupervisor() {
        stillBad(true)
                .answered(Groups.SUPERVISORS, Map.of("outcome", "improper"))
                .ended("ratingConcluded");

        assertThat(platform.asked).containsExactly("moveRating(CONCLUDING)", "moveRating(SETTLED)");
    }

    @Test
    void theProcessGoesOnThoughItsLimitPasses() {
        stillBad(false)
                .due(RatingAgain.Elements.RATING_RECTIFY_AGAIN_DUE)
                .answered(HEAD, Map.of("outcome", "done"))
                .answered(HEAD, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "unreached"))
                .ended("ratingSettled");

        assertThat(platform.asked).contains("noteRatingOverdue(rectify)");
    }

    private static Story stillBad(boolean rectifiedAgain) {
        return Story.begin(
                engine.getProcessEngine(),
                RatingAgain.PROCESS,
                "R2",
                Map.of(
                        RatingAgain.Variables.RECTIFIED_AGAIN, rectifiedAgain,
                        RatingAgain.Variables.HANDLERS, UNIT,
                        RatingAgain.Variables.HEADS, HEAD));
    }
}
