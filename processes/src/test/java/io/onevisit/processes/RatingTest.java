package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bad rating is contacted, verified, rectified, answered and called back until it is settled. */
@Deployment(
        resources = {
            "processes/shared/rating.bpmn",
            "processes/shared/rating-again.bpmn",
            "forms/shared/rating-contact.form",
            "forms/shared/rating-verify.form",
            "forms/shared/rating-exclusion.form",
            "forms/shared/rating-rectify.form",
            "forms/shared/rating-feedback.form",
            "forms/shared/rating-callback.form",
            "forms/shared/rating-rectify-again.form",
            "forms/shared/rating-conclusion.form",
            "forms/shared/voice-extension.form"
        })
class RatingTest {

    private static final String UNIT = Groups.ofDepartment("health");
    private static final String HEAD = Groups.ofHead("health");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("rating", platform, RatingAgain.PROCESS);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void aNamedRatingIsContactedVerifiedRectifiedAnsweredAndCalledBack() {
        var rating = received(true);
        assertThat(rating.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(RatingLoop.Elements.CONTACT_RATER);

        rating.answered(UNIT, Map.of("outcome", "reached"))
                .answered(UNIT, Map.of("outcome", "true"))
                .answered(UNIT, Map.of("outcome", "done"))
                .answered(UNIT, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "satisfied"))
                .ended("ratingSettled");

        assertThat(platform.asked)
                .containsExactly(
                        "moveRating(VERIFYING)",
                        "moveRating(RECTIFYING)",
                        "moveRating(CALLBACK)",
                        "moveRating(SETTLED)");
    }

    @Test
    void anAnonymousOneIsVerifiedAndRectifiedWithoutAnybodyBeingCalled() {
        var rating = received(false);
        assertThat(rating.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(RatingLoop.Elements.VERIFY_RATING);

        rating.answered(UNIT, Map.of("outcome", "true"))
                .answered(UNIT, Map.of("outcome", "done"))
                .answered(UNIT, Map.of("outcome", "sent"))
                .ended("ratingSettled");

        assertThat(rating.passed()).doesNotContain(RatingLoop.Elements.CONTACT_RATER, RatingLoop.Elements.CALL_BACK);
    }

    @Test
    void theProcessGoesOnThoughItsLimitsPass() {
        received(true)
                .due(RatingLoop.Elements.RATING_CONTACT_DUE)
                .answered(UNIT, Map.of("outcome", "unreached"))
                .answered(UNIT, Map.of("outcome", "true"))
                .due(RatingLoop.Elements.RATING_RECTIFY_DUE)
                .answered(UNIT, Map.of("outcome", "done"))
                .answered(UNIT, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "unreached"))
                .ended("ratingSettled");

        assertThat(platform.asked).contains("noteRatingOverdue(contact)", "noteRatingOverdue(rectify)");
    }

    @Test
    void theHeadIsAskedForMoreTime() {
        var rating =
                received(false).answered(UNIT, Map.of("outcome", "true")).answered(UNIT, Map.of("outcome", "extend"));
        assertThat(rating.taskOf(HEAD).getTaskDefinitionKey()).isEqualTo(RatingLoop.Elements.APPROVE_EXTENSION);

        rating.answered(HEAD, Map.of("outcome", "approve"));

        assertThat(rating.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(RatingLoop.Elements.RECTIFY);
        rating.answered(UNIT, Map.of("outcome", "done"))
                .answered(UNIT, Map.of("outcome", "sent"))
                .ended("ratingSettled");
    }

    @Test
    void aMistakenOneIsLeftOutWhenTheSupervisorAgrees() {
        received(false)
                .answered(UNIT, Map.of("outcome", "mistaken"))
                .answered(Groups.SUPERVISORS, Map.of("outcome", "uphold"))
                .ended("ratingExcluded");
    }

    @Test
    void withoutProofAnAllegedlyMaliciousOneIsRectified() {
        var rating = received(false)
                .answered(UNIT, Map.of("outcome", "malicious"))
                .answered(Groups.SUPERVISORS, Map.of("outcome", "reject"));

        assertThat(rating.taskOf(UNIT).getTaskDefinitionKey()).isEqualTo(RatingLoop.Elements.RECTIFY);
        rating.answered(UNIT, Map.of("outcome", "done"))
                .answered(UNIT, Map.of("outcome", "sent"))
                .ended("ratingSettled");
    }

    @Test
    void whoIsStillNotContentMakesTheHeadRectifyAgainBeforeItIsSettled() {
        var rating = received(true)
                .answered(UNIT, Map.of("outcome", "reached"))
                .answered(UNIT, Map.of("outcome", "true"))
                .answered(UNIT, Map.of("outcome", "done"))
                .answered(UNIT, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "unsatisfied"));
        assertThat(rating.taskOf(HEAD).getTaskDefinitionKey()).isEqualTo(RatingAgain.Elements.RECTIFY_AGAIN);
        assertThat(platform.asked).doesNotContain("moveRating(SETTLED)").endsWith("moveRating(RECTIFYING_AGAIN)");

        rating.answered(HEAD, Map.of("outcome", "done"))
                .answered(HEAD, Map.of("outcome", "sent"))
                .answered(UNIT, Map.of("outcome", "satisfied"))
                .ended("ratingSettledAgain");
        assertThat(platform.asked).endsWith("moveRating(CALLBACK)", "moveRating(SETTLED)");
    }

    private static Story received(boolean named) {
        return Story.begin(
                engine.getProcessEngine(),
                RatingLoop.PROCESS,
                "R1",
                Map.of(
                        RatingLoop.Variables.NAMED, named,
                        RatingLoop.Variables.RECTIFIED_AGAIN, false,
                        RatingLoop.Variables.HANDLERS, UNIT,
                        RatingLoop.Variables.HEADS, HEAD));
    }
}
