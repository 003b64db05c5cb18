package io.onevisit.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.deadlines.Light;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.processes.RatingLoop.Elements;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A bad rating goes through contact, verification, rectification, answer and call-back until it is settled. */
class RatingLoopTest extends RatingTestCase {

    /** A Monday morning in office hours. */
    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");

    @Autowired
    RatingFigures figures;

    @Test
    void aNamedRatingIsSettledAfterTheRaterWasCalledBackAndMayRateAgain() throws Exception {
        clock.setTo(MONDAY);
        var no = bad("催了三次");
        assertThat(face(no, ClockKind.RATING_CONTACT).promisedDueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.CONTACT_RATER);
        assertThat(desk.read(officer, "/api/tasks?q=" + no)
                        .path("items")
                        .path(0)
                        .path("dueAt")
                        .asText())
                .isEqualTo(MONDAY.plus(Duration.ofDays(1)).toString());

        answer(no, Map.of("outcome", "reached", "opinion", "已电话听取意见"));
        answer(no, Map.of("outcome", "true", "opinion", "确有三次催办记录"));
        assertThat(state(no)).isEqualTo(RatingState.RECTIFYING);
        assertThat(face(no, ClockKind.RATING_CONTACT).finishedAt()).isNotNull();
        assertThat(face(no, ClockKind.RATING_RECTIFY).promisedDueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
        desk.send(RATER, "/api/ratings/" + no + "/second", Map.of("level", 2)).andExpect(status().isConflict());

        answer(no, Map.of("outcome", "done", "opinion", "已当日办结并完善催办提醒"));
        assertThat(state(no)).isEqualTo(RatingState.FEEDBACK);
        answer(no, Map.of("outcome", "sent", "reply", "已办结，向您致歉。"));
        assertThat(state(no)).isEqualTo(RatingState.CALLBACK);
        assertThat(desk.read(RATER, "/api/messages").toString()).contains("已办结，向您致歉。");
        desk.send(RATER, "/api/ratings/" + no + "/second", Map.of("level", 2)).andExpect(status().isNoContent());
        desk.send(RATER, "/api/ratings/" + no + "/second", Map.of("level", 1)).andExpect(status().isConflict());

        answer(no, Map.of("outcome", "satisfied"));
        assertThat(cases.journal(no))
                .extracting(entry -> entry.what())
                .contains("联系评价人", "核实：属实", "整改中", "整改", "反馈", "回访：满意", "已销号");
        assertThat(state(no)).isEqualTo(RatingState.SETTLED);
        assertThat(clocks.of(no))
                .allSatisfy(key -> assertThat(clocks.face(key, clock.instant()).finishedAt())
                        .isNotNull());
        assertThat(sql.sql("select level from rating where no = ?")
                        .param(no)
                        .query(Integer.class)
                        .single())
                .as("the rating itself stays what it was")
                .isEqualTo(5);
    }

    @Test
    void theListIsOrderedAndLitByTheDayToWhichAClockWasExtended() throws Exception {
        clock.setTo(MONDAY);
        var no = verified();

        clocks.extend(Clocks.Key.of(no, ClockKind.RATING_RECTIFY), 3, "测试", "", clock.instant());

        var due = face(no, ClockKind.RATING_RECTIFY).promisedDueAt();
        assertThat(sql.sql(
                                """
                                select due_at = yellow_at and due_at = subject_due_at and due_at = ? from work_item
                                where subject_no = ? and ended_at is null""")
                        .params(Timestamp.from(due), no)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void overdueTheLightIsOnAndTheLoopGoesOn() throws Exception {
        clock.setTo(MONDAY);
        var no = bad("没人管");
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        assertThat(face(no, ClockKind.RATING_CONTACT).light()).isEqualTo(Light.YELLOW);
        jobs.run(no, Elements.RATING_CONTACT_DUE);

        assertThat(row(no).handling().contactOverdue()).isTrue();
        answer(no, Map.of("outcome", "unreached", "opinion", "三次未接通"));
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.VERIFY_RATING);
    }

    @Test
    void moreTimeIsAskedOfTheHeadOnceAndEndsAtFifteenDays() throws Exception {
        clock.setTo(MONDAY);
        var no = verified();
        answer(no, Map.of("outcome", "extend", "opinion", "涉及三个单位"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("days-wrong"));
        answer(no, Map.of("outcome", "extend", "opinion", "涉及三个单位", "days", 11))
                .andExpect(status().isUnprocessableEntity());
        answer(no, Map.of("outcome", "extend", "opinion", "涉及三个单位", "days", 10)).andExpect(status().isNoContent());
        desk.send(officer, "/api/tasks/" + desk.task(no) + "/completion", Map.of("outcome", "approve"))
                .andExpect(status().isNotFound());

        desk.answer(head, no, Map.of("outcome", "approve")).andExpect(status().isNoContent());

        assertThat(face(no, ClockKind.RATING_RECTIFY).promisedDueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(21)));
        answer(no, Map.of("outcome", "extend", "opinion", "还要更久", "days", 1))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("extended-before"));
        assertThat(desk.read(officer, "/api/tasks?q=" + no)
                        .path("items")
                        .path(0)
                        .path("dueAt")
                        .asText())
                .isEqualTo(MONDAY.plus(Duration.ofDays(21)).toString());
    }

    @Test
    void whatIsProvedMistakenIsLeftOutOfTheScoresButStaysOnFile() throws Exception {
        var before = badOfHealth();
        var no = bad("不是这个窗口");
        assertThat(badOfHealth()).isEqualTo(before + 1);
        answer(no, Map.of("outcome", "reached", "opinion", "评价人说评错了"));
        answer(no, Map.of("outcome", "mistaken", "opinion", "评错了对象"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("evidence"));
        answer(no, Map.of("outcome", "mistaken", "opinion", "评错了对象", "evidence", "叫号记录显示为三号窗口"));
        assertThat(badOfHealth()).as("not before somebody else has looked").isEqualTo(before + 1);
        desk.send(officer, "/api/tasks/" + desk.task(no) + "/completion", Map.of("outcome", "uphold"))
                .andExpect(status().isNotFound());

        desk.answer(supervisor, no, Map.of("outcome", "uphold", "opinion", "证据充分"))
                .andExpect(status().isNoContent());

        assertThat(state(no)).isEqualTo(RatingState.SETTLED);
        assertThat(row(no).handling().excluded()).isTrue();
        assertThat(row(no).level()).isEqualTo(5);
        assertThat(badOfHealth()).isEqualTo(before);
    }

    @Test
    void withoutProofItIsRectified() throws Exception {
        var no = bad("说好当天办");
        answer(no, Map.of("outcome", "reached", "opinion", "评价人坚持"));
        answer(no, Map.of("outcome", "malicious", "opinion", "多次差评", "evidence", "同一人三次差评"));

        desk.answer(supervisor, no, Map.of("outcome", "reject", "opinion", "三次都属实"));

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.RECTIFY);
        assertThat(row(no).handling().excluded()).isFalse();
    }

    @Test
    void theSecondAnswerToTheSameTaskLearnsThatItIsLate() throws Exception {
        var no = bad("两个人同时点");
        var task = desk.task(no);
        answer(no, Map.of("outcome", "reached", "opinion", "已联系"));

        desk.send(officer, "/api/tasks/" + task + "/completion", Map.of("outcome", "reached", "opinion", "已联系"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-ended"));
    }

    @Test
    void oneHundredPercentIsAFigureWithItsList() throws Exception {
        var city = people.officer(Role.SUPERVISOR, null, "430100");
        var before = figures.loop(asked(city));
        var settled = verified();
        answer(settled, Map.of("outcome", "done", "opinion", "已整改"));
        answer(settled, Map.of("outcome", "sent", "reply", "已整改"));
        answer(settled, Map.of("outcome", "unreached"));
        var open = verified(again());

        var loop = figures.loop(asked(city));

        assertThat(loop.counted().bad() - before.counted().bad()).isEqualTo(2);
        assertThat(loop.counted().settled() - before.counted().settled()).isEqualTo(1);
        assertThat(loop.handled()).isLessThan(1.0);
        assertThat(list("settled")).contains(settled).doesNotContain(open);
        assertThat(list("open")).contains(open).doesNotContain(settled);
        assertThat(desk.read(people.officer(Role.SUPERVISOR, null, "430200"), "/api/cockpit/ratings/list")
                        .toString())
                .doesNotContain(settled);
    }

    private String again() throws Exception {
        file = filing().underReview("health", Map.of());
        return bad("又来一次");
    }

    private String verified() throws Exception {
        return verified(bad("催了三次"));
    }

    private String verified(String no) throws Exception {
        answer(no, Map.of("outcome", "reached", "opinion", "已联系"));
        answer(no, Map.of("outcome", "true", "opinion", "属实"));
        return no;
    }

    private org.springframework.test.web.servlet.ResultActions answer(String no, Map<String, Object> answers)
            throws Exception {
        return desk.answer(officer, no, answers);
    }

    private Clocks.Face face(String no, ClockKind kind) {
        return clocks.face(Clocks.Key.of(no, kind), clock.instant());
    }

    private Rating row(String no) {
        return store.find(no).orElseThrow();
    }

    private int badOfHealth() {
        return figures.counts(supervisor, "department", today()).stream()
                .filter(count -> count.key().equals("health"))
                .mapToInt(RatingFigures.Count::bad)
                .sum();
    }

    private RatingFigures.Asked asked(Account watching) {
        return new RatingFigures.Asked(watching, today(), "", "");
    }

    private Span today() {
        var day = LocalDate.ofInstant(clock.instant(), RatingStore.CHINA);
        return new Span(day, day);
    }

    private List<String> list(String which) {
        return figures.list(asked(supervisor), which, 0, 1000).stream()
                .map(RatingFigures.Row::no)
                .toList();
    }
}
