package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/shared/public-notice.bpmn", "forms/shared/objection-verification.form"})
class PublicNoticeTest {

    private static final String MARKET = Groups.ofDepartment("market");

    static final Platform platform = new Platform();

    @RegisterExtension
    static ProcessEngineCoverageExtension engine = Engines.walking("public-notice", platform);

    @BeforeEach
    void nothingHappenedYet() {
        platform.reset();
    }

    @Test
    void nobodyObjects() {
        var notice = published();
        assertThat(notice.pendingTimers()).containsExactly(PublicNotice.Elements.SPECIAL_PROCEDURE_DUE);

        notice.due(PublicNotice.Elements.SPECIAL_PROCEDURE_DUE);

        notice.ended("noticeClear");
        assertThat(platform.asked).containsExactly(Steps.PUBLISH_NOTICE, "settleNotice(clear)");
        assertThat(notice.variable(PublicNotice.Variables.PROCEDURE_OUTCOME)).isEqualTo(PublicNotice.PASSED);
    }

    @Test
    void anObjectionIsUpheldAndTheNoticeEndsEarly() {
        var notice = published().message(Messages.OBJECTION_RAISED, Map.of());
        assertThat(notice.pendingTimers()).isEmpty();

        verified(notice, PublicNotice.UPHELD);

        notice.ended("noticeUpheld");
        assertThat(platform.asked).containsExactly(Steps.PUBLISH_NOTICE, "settleNotice(upheld)");
        assertThat(notice.variable(PublicNotice.Variables.PROCEDURE_OUTCOME)).isEqualTo(PublicNotice.FAILED);
    }

    @Test
    void anObjectionIsRejectedAndTheNoticeStandsForTheRemainingTime() {
        var notice = published().message(Messages.OBJECTION_RAISED, Map.of());

        verified(notice, PublicNotice.REJECTED);
        assertThat(notice.pendingTimers()).containsExactly(PublicNotice.Elements.SPECIAL_PROCEDURE_DUE);
        notice.due(PublicNotice.Elements.SPECIAL_PROCEDURE_DUE);

        notice.ended("noticeClear");
        assertThat(platform.asked)
                .containsExactly(Steps.PUBLISH_NOTICE, "settleNotice(rejected)", "settleNotice(clear)");
        assertThat(notice.variable(PublicNotice.Variables.PROCEDURE_OUTCOME)).isEqualTo(PublicNotice.PASSED);
    }

    @Test
    void whatIsObjectedMeanwhileIsVerifiedNext() {
        var notice = published().message(Messages.OBJECTION_RAISED, Map.of());
        platform.item.put(PublicNotice.Variables.OBJECTIONS_LEFT, true);

        verified(notice, PublicNotice.REJECTED);
        assertThat(notice.pendingTimers()).isEmpty();
        verified(notice, PublicNotice.UPHELD);

        notice.ended("noticeUpheld");
        assertThat(platform.asked)
                .containsExactly(Steps.PUBLISH_NOTICE, "settleNotice(rejected)", "settleNotice(upheld)");
    }

    private static Story published() {
        return Story.begin(
                engine.getProcessEngine(),
                PublicNotice.PROCESS,
                "C1",
                Map.of(PublicNotice.Variables.APPROVER_GROUP, MARKET));
    }

    private static void verified(Story notice, String outcome) {
        assertThat(notice.taskOf(MARKET).getTaskDefinitionKey()).isEqualTo(PublicNotice.Elements.VERIFY_OBJECTION);
        notice.answered(MARKET, Map.of(PublicNotice.Variables.OUTCOME, outcome));
    }
}
