package io.onevisit.ratings;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import io.onevisit.identity.Role;
import io.onevisit.processes.RatingAgain.Elements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** Who is still not content gets it rectified once more by the head, and then a conclusion by a supervisor. */
class RatingAgainTest extends RatingTestCase {

    /** A Monday morning in office hours. */
    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");

    private static final Map<String, Object> SATISFIED = Map.of("outcome", "satisfied");

    private String no;

    @BeforeEach
    void aBadRatingWasAnswered() throws Exception {
        clock.setTo(MONDAY);
        no = bad("催了三次");
        answer(Map.of("outcome", "reached", "opinion", "已电话听取意见"));
        answer(Map.of("outcome", "true", "opinion", "确有三次催办记录"));
        answer(Map.of("outcome", "done", "opinion", "已当日办结"));
        answer(Map.of("outcome", "sent", "reply", "已办结，向您致歉。"));
    }

    @Test
    void theRatersOwnVerdictSendsItBackToTheHeadWhateverTheOfficerHeard() throws Exception {
        again(5, List.of("late"), "证件还是没有寄到").andExpect(status().isNoContent());

        answer(SATISFIED);

        assertThat(state(no)).isEqualTo(RatingState.RECTIFYING_AGAIN);
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY_AGAIN);
        assertThat(face().promisedDueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
        answer(Map.of("outcome", "done", "opinion", "不归我")).andExpect(status().isNotFound());
        var task = desk.read(head, "/api/tasks/" + desk.task(no)).path("facts").toString();
        assertThat(task).contains("不满意，超过承诺时限，证件还是没有寄到", "已当日办结", "已办结，向您致歉。");
        assertThat(mine().path("plain").asText()).contains("单位负责人");
        assertThat(desk.read(RATER, "/api/messages").toString()).contains("已退回重新整改");
    }

    @Test
    void whatTheRaterSaidOnTheTelephoneCountsTooAndIsWrittenDown() throws Exception {
        answer(Map.of("outcome", "unsatisfied"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("opinion"));

        answer(Map.of("outcome", "unsatisfied", "opinion", "评价人说证件没有寄到"));

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY_AGAIN);
        assertThat(desk.read(head, "/api/tasks/" + desk.task(no)).path("facts").toString())
                .contains("评价人说证件没有寄到");
        again(2, List.of(), "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("no-reply-yet"));
    }

    @Test
    void theHeadAnswersAndTheSatisfiedRaterSettlesIt() throws Exception {
        reopened();
        headAnswers("证件已经专人送达。");

        assertThat(state(no)).isEqualTo(RatingState.CALLBACK);
        assertThat(desk.read(RATER, "/api/messages").toString()).contains("已办结，向您致歉。", "证件已经专人送达。");
        again(2, List.of(), "").andExpect(status().isNoContent());
        answer(SATISFIED);

        assertThat(state(no)).isEqualTo(RatingState.SETTLED);
        assertThat(face().finishedAt()).isNotNull();
        assertThat(mine().path("replies").findValuesAsText("text")).containsExactly("已办结，向您致歉。", "证件已经专人送达。");
        assertThat(mine().path("replies").findValuesAsText("level")).containsExactly("不满意", "满意");
        assertThat(desk.waitsAt(no)).isEmpty();
    }

    @Test
    void theThirdTimeASupervisorConcludesWithAReasonAndItNeverComesBack() throws Exception {
        reopened();
        headAnswers("证件已经专人送达。");
        again(4, List.of(), "送来的证件写错了名字").andExpect(status().isNoContent());
        answer(SATISFIED);
        assertThat(state(no)).isEqualTo(RatingState.CONCLUDING);
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.CONCLUDE_RATING);
        answer(Map.of("outcome", "proper", "reply", "我们没错")).andExpect(status().isNotFound());
        desk.answer(supervisor, no, Map.of("outcome", "proper")).andExpect(status().isUnprocessableEntity());

        desk.answer(supervisor, no, Map.of("outcome", "improper", "reply", "证件姓名确有错误，已责令更正。测试人请联系13812345678。"))
                .andExpect(status().isNoContent());

        assertThat(state(no)).isEqualTo(RatingState.SETTLED);
        assertThat(desk.waitsAt(no)).isEmpty();
        assertThat(desk.read(RATER, "/api/messages").toString()).contains("证件姓名确有错误，已责令更正。");
        assertThat(mine().path("conclusion").asText()).contains("已责令更正");
        assertThat(mine().path("mayRateAgain").asBoolean()).isFalse();
        again(5, List.of("late"), "还是不行")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("concluded"));
        desk.send(supervisor, "/api/cockpit/ratings/" + no + "/publication", Map.of("publish", true))
                .andExpect(status().isNoContent());
        assertThat(published()).contains("监察结论：证件姓名确有错误", "测某请联系＊＊＊").doesNotContain("13812345678");
        assertThat(cases.journal(no))
                .extracting(entry -> entry.what())
                .contains("再次评价：不满意", "重新整改中", "重新整改", "待监察结案", "监察结案：处置不到位", "已销号");
    }

    @Test
    void afterItWasSettledABadVerdictOpensItAgainAndTheNextOneIsConcluded() throws Exception {
        answer(SATISFIED);
        assertThat(state(no)).isEqualTo(RatingState.SETTLED);
        clock.advance(Duration.ofDays(29));

        again(4, List.of(), "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("reason-missing"));
        again(4, List.of("fast"), "").andExpect(jsonPath("$.code").value("label-unknown"));
        again(4, List.of(), "问题又出现了").andExpect(status().isNoContent());

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY_AGAIN);
        assertThat(settledAt()).as("open again, and counted so").isNull();
        headAnswers("已经彻底解决。");
        answer(SATISFIED);
        assertThat(state(no)).isEqualTo(RatingState.SETTLED);

        again(5, List.of(), "仍然没有解决").andExpect(status().isNoContent());
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.CONCLUDE_RATING);
        assertThat(settledAt()).isNull();
    }

    @Test
    void aGoodVerdictOrALateOneOpensNothing() throws Exception {
        answer(SATISFIED);
        clock.advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(mine().path("mayRateAgain").asBoolean()).isFalse();
        again(5, List.of("late"), "太晚了")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("second-late"));

        clock.setTo(MONDAY);
        assertThat(mine().path("mayRateAgain").asBoolean()).isTrue();
        again(1, List.of(), "").andExpect(status().isNoContent());
        assertThat(desk.waitsAt(no)).isEmpty();
        assertThat(state(no)).isEqualTo(RatingState.SETTLED);
    }

    @Test
    void ofTwoVerdictsAtOnceOneCounts() throws Exception {
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var good = threads.submit(() -> verdict(together, 1));
            var bad = threads.submit(() -> verdict(together, 5));
            assertThat(List.of(good.get(), bad.get())).containsExactlyInAnyOrder(204, 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whileTheCallBackIsOnItsWayTheRaterIsAskedToWait() throws Exception {
        desk.send(officer, "/api/tasks/" + desk.task(no) + "/completion", SATISFIED)
                .andExpect(status().isNoContent());

        again(5, List.of("late"), "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("being-settled"));

        jobs.runReady(no);
        again(5, List.of("late"), "").andExpect(status().isNoContent());
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY_AGAIN);
    }

    @Test
    void theHeadsLimitIsSupervisedLikeAnyOther() throws Exception {
        reopened();
        clock.setTo(face().promisedDueAt().plusSeconds(1));

        assertThat(face().light()).isEqualTo(Light.YELLOW);
        jobs.run(no, Elements.RATING_RECTIFY_AGAIN_DUE);

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY_AGAIN);
        assertThat(loop("").path("rectifyOverdue").asInt()).isPositive();
    }

    @Test
    void supervisorsSeeWhatWasReopenedAndConcludedDownToTheSingleRating() throws Exception {
        var before = loop("&department=health");
        reopened();
        assertThat(grown(before, "reopened")).isEqualTo(1);
        assertThat(grown(before, "againBad")).isEqualTo(1);
        assertThat(grown(before, "settled")).isZero();
        assertThat(listed("reopened")).contains(no);
        assertThat(listed("concluded")).doesNotContain(no);

        headAnswers("证件已经专人送达。");
        answer(Map.of("outcome", "unsatisfied", "opinion", "评价人仍不同意"));
        desk.answer(supervisor, no, Map.of("outcome", "proper", "reply", "单位已经依法办到，说明如下。"));

        assertThat(grown(before, "concluded")).isEqualTo(1);
        assertThat(grown(before, "settled")).isEqualTo(1);
        assertThat(listed("concluded")).contains(no);
        var whole = desk.read(supervisor, "/api/cockpit/ratings/" + no);
        assertThat(whole.path("facts").toString())
                .contains("单位已经依法办到", "证件还是没有寄到", "测** 139****0000")
                .doesNotContain("13900000000");
        assertThat(whole.path("timeline").findValuesAsText("what")).contains("监察结案：处置到位");
        web.perform(get("/api/cockpit/ratings/" + no).with(as(people.officer(Role.SUPERVISOR, null, "430200"))))
                .andExpect(status().isNotFound());
        assertThat(desk.read(supervisor, "/api/cockpit/ratings/parts?by=department")
                        .toString())
                .contains("\"key\":\"health\"");
    }

    @Test
    void whoIsStillToBeCalledIsAList() throws Exception {
        assertThat(listed("not-called")).contains(no);
        var before = loop("&department=health");

        answer(Map.of("outcome", "unreached"));

        assertThat(listed("not-called")).doesNotContain(no);
        assertThat(grown(before, "calledBack")).isEqualTo(1);
        assertThat(grown(before, "toCall")).isZero();
    }

    /** The rater says that the first reply doesn't do. */
    private void reopened() throws Exception {
        again(4, List.of(), "证件还是没有寄到").andExpect(status().isNoContent());
        answer(SATISFIED);
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY_AGAIN);
    }

    private void headAnswers(String reply) throws Exception {
        desk.answer(head, no, Map.of("outcome", "done", "opinion", "已经专人处理")).andExpect(status().isNoContent());
        desk.answer(head, no, Map.of("outcome", "sent", "reply", reply)).andExpect(status().isNoContent());
    }

    private ResultActions answer(Map<String, Object> answers) throws Exception {
        return desk.answer(officer, no, answers);
    }

    private ResultActions again(int level, List<String> labels, String text) throws Exception {
        return desk.send(
                RATER, "/api/ratings/" + no + "/second", Map.of("level", level, "labels", labels, "text", text));
    }

    private int verdict(CyclicBarrier together, int level) throws Exception {
        together.await();
        return again(level, List.of(), "同时点了两次").andReturn().getResponse().getStatus();
    }

    private Clocks.Face face() {
        return clocks.face(Clocks.Key.of(no, ClockKind.RATING_RECTIFY_AGAIN), clock.instant());
    }

    private JsonNode mine() throws Exception {
        return desk.read(RATER, "/api/ratings?applicationNo=" + file.applicationNo())
                .path(0)
                .path("rating");
    }

    private Instant settledAt() {
        return store.find(no).orElseThrow().handling().settledAt();
    }

    private JsonNode loop(String more) throws Exception {
        return desk.read(supervisor, "/api/cockpit/ratings?to=2026-12-31&from=2026-11-01" + more)
                .path("counted");
    }

    private int grown(JsonNode before, String figure) throws Exception {
        return loop("&department=health").path(figure).asInt()
                - before.path(figure).asInt();
    }

    private List<String> listed(String which) throws Exception {
        return desk.read(
                        supervisor,
                        "/api/cockpit/ratings/list?department=health&from=2026-11-16&to=2026-11-16&which=" + which)
                .findValuesAsText("no");
    }
}
