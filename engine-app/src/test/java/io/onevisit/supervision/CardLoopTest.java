package io.onevisit.supervision;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** From the card that asks for feedback to the end of its loop, and what supervisors do on their own motion. */
@PlatformTest
class CardLoopTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clocks clocks;

    @Autowired
    DueLights lights;

    @Autowired
    CardLoops loops;

    @Autowired
    CardDelivery delivery;

    @Autowired
    CardActs acts;

    @Autowired
    Jobs jobs;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private Account officer;
    private Account city;
    private Account province;
    private String no;

    @BeforeEach
    void aCaseIsOverdue() {
        var people = new People(sql);
        officer = people.officer(Role.APPROVER, "loop-test", "431200");
        city = people.officer(Role.SUPERVISOR, null, "431200");
        province = people.officer(Role.SUPERVISOR, null, "430000");
        no = "43120020260312%08d".formatted(COUNT.incrementAndGet());
    }

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void aDepartmentExplainsAndTheCardIsSettled() throws Exception {
        var id = overdue(ClockKind.CASE);
        var task = task(officer, id);

        answer(officer, task, Map.of("outcome", "feedback")).andExpect(status().isUnprocessableEntity());
        answer(officer, task, Map.of("outcome", "feedback", "cause", "staffing", "measure", "增派一名承办人，三日内办结"))
                .andExpect(status().isNoContent());
        assertThat(face(id).stopped())
                .as("its time stands still while others have it")
                .isTrue();
        answer(city, task(city, id), Map.of("outcome", "accept")).andExpect(status().isNoContent());

        card(city, id)
                .andExpect(jsonPath("$.state").value("SETTLED"))
                .andExpect(jsonPath("$.phase").value("DONE"))
                .andExpect(jsonPath("$.acts[0].act").value("整改说明"))
                .andExpect(jsonPath("$.acts[0].cause").value("staffing"))
                .andExpect(jsonPath("$.acts[0].name").value(officer.name()));
        assertThat(face(id).finishedAt()).isNotNull();
    }

    @Test
    void whatIsReturnedGetsItsDaysAnew() throws Exception {
        var id = overdue(ClockKind.CASE);
        explain(id);
        var due = face(id);

        answer(city, task(city, id), Map.of("outcome", "return")).andExpect(status().isUnprocessableEntity());
        answer(city, task(city, id), Map.of("outcome", "return", "opinion", "措施没有期限"))
                .andExpect(status().isNoContent());

        assertThat(due.stopped()).isTrue();
        assertThat(face(id).stopped()).isFalse();
        assertThat(face(id).entries()).extracting(Clocks.Entry::kind).endsWith("RESUMED", "EXTENDED");
        assertThat(task(officer, id)).isNotNull();
    }

    @Test
    void anAppealIsGrantedSentBackOrEscalated() throws Exception {
        var granted = overdue(ClockKind.CASE);
        appeal(granted);
        answer(city, task(city, granted), Map.of("outcome", "revoke", "opinion", "特别程序登记在先"))
                .andExpect(status().isNoContent());
        card(city, granted)
                .andExpect(jsonPath("$.state").value("REVOKED"))
                .andExpect(jsonPath("$.appeals[0].outcome").value("REVOKED"))
                .andExpect(jsonPath("$.appeals[0].replyName").value(city.name()));

        no = no.substring(0, 20) + "99";
        var sentBack = overdue(ClockKind.CASE);
        appeal(sentBack);
        answer(city, task(city, sentBack), Map.of("outcome", "return", "opinion", "理由不成立"))
                .andExpect(status().isNoContent());
        card(officer, sentBack).andExpect(jsonPath("$.phase").value("FEEDBACK"));
    }

    @Test
    void whatIsEscalatedIsDecidedByTheLevelAbove() throws Exception {
        var id = overdue(ClockKind.CASE);
        appeal(id);
        answer(city, task(city, id), Map.of("outcome", "escalate", "opinion", "涉及省级系统故障"))
                .andExpect(status().isNoContent());

        answer(city, task(city, id), Map.of("outcome", "revoke", "opinion", "同意"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("level-above-decides"));
        unclaim(id);
        answer(province, task(province, id), Map.of("outcome", "revoke", "opinion", "系统故障属实"))
                .andExpect(status().isNoContent());

        card(city, id)
                .andExpect(jsonPath("$.state").value("REVOKED"))
                .andExpect(jsonPath("$.appeals[0].outcome").value("ESCALATED"))
                .andExpect(jsonPath("$.appeals[0].finalOutcome").value("REVOKED"))
                .andExpect(jsonPath("$.appeals[0].finalName").value(province.name()));
    }

    @Test
    void whatTheLevelAboveSendsBackStraightComesStraightToItAgain() throws Exception {
        var id = escalated();
        var returned = straight(id);
        card(officer, id).andExpect(jsonPath("$.phase").value("FEEDBACK"));

        answer(officer, returned, Map.of("outcome", "appeal", "opinion", "补充了评审记录"))
                .andExpect(status().isNoContent());

        card(province, id).andExpect(jsonPath("$.phase").value("ESCALATED"));
        assertThat(sql.sql("select assignee from work_item where subject_no = ? and ended_at is null")
                        .param(cardNo(id))
                        .query(String.class)
                        .single())
                .isEqualTo(province.username());
        answer(province, task(province, id), Map.of("outcome", "revoke", "opinion", "属实"))
                .andExpect(status().isNoContent());
        card(city, id)
                .andExpect(jsonPath("$.state").value("REVOKED"))
                .andExpect(jsonPath("$.appeals.length()").value(1))
                .andExpect(jsonPath("$.appeals[0].text").value("补充了评审记录"));
    }

    @Test
    void anAnswerThatLeadsElsewhereTakesItsOwnWay() throws Exception {
        var id = escalated();

        answer(officer, straight(id), Map.of("outcome", "feedback", "cause", "system", "measure", "已修复接口"))
                .andExpect(status().isNoContent());

        card(city, id).andExpect(jsonPath("$.phase").value("REVIEW"));
    }

    @Test
    void withoutThatEveryStepIsGoneThroughAgain() throws Exception {
        var id = escalated();
        var task = task(province, id);
        var steps = json.readTree(web.perform(get("/api/tasks/" + task).with(as(province)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("steps");
        assertThat(steps.findValues("between").toString()).contains("处理申诉");
        back(task, false);

        answer(officer, task(officer, id), Map.of("outcome", "appeal", "opinion", "补充了评审记录"))
                .andExpect(status().isNoContent());

        card(city, id).andExpect(jsonPath("$.phase").value("APPEAL"));
        answer(city, task(city, id), Map.of("outcome", "escalate", "opinion", "再次上报"))
                .andExpect(status().isNoContent());
        answer(province, task(province, id), Map.of("outcome", "revoke", "opinion", "属实"))
                .andExpect(status().isNoContent());
        card(city, id).andExpect(jsonPath("$.appeals[0].reply").value("再次上报"));
    }

    private long escalated() throws Exception {
        var id = overdue(ClockKind.CASE);
        appeal(id);
        answer(city, task(city, id), Map.of("outcome", "escalate", "opinion", "涉及省级系统故障"))
                .andExpect(status().isNoContent());
        return id;
    }

    /** The officer's task after the level above sent it back, to come straight to it again. */
    private String straight(long id) throws Exception {
        back(task(province, id), true);
        return task(officer, id);
    }

    private void back(String task, boolean straight) throws Exception {
        web.perform(post("/api/tasks/" + task + "/step-back")
                        .with(as(province))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(
                                Map.of("to", "cardFeedback", "reason", "请补充评审记录", "straight", straight))))
                .andExpect(status().isNoContent());
    }

    @Test
    void feedbackThatIsOverdueIsACardOfItsOwn() throws Exception {
        var id = overdue(ClockKind.CASE);
        var cardNo = cardNo(id);
        var due = face(id).promisedDueAt();

        time.setTo(due);
        lights.raise(cardNo);
        assertThat(new Watching(clocks, time, sql).lights(cardNo)).isEmpty();
        time.setTo(due.plusSeconds(1));
        jobs.run(cardNo, "cardFeedbackDue");

        assertThat(new Watching(clocks, time, sql).lights(cardNo)).containsExactly("YELLOW");
        assertThat(sql.sql("select needs_feedback from card where case_no = ?")
                        .param(cardNo)
                        .query(Boolean.class)
                        .single())
                .as("cards about feedback ask for none")
                .isFalse();
        assertThat(task(officer, id)).isNotNull();
    }

    @Test
    void aSupervisorConfirmsOrCancelsWhatWaits() throws Exception {
        var confirmed = pending();
        card(officer, confirmed).andExpect(status().isNotFound());
        act(officer, confirmed, "confirmation", Map.of()).andExpect(status().isForbidden());

        act(city, confirmed, "confirmation", Map.of("reason", "情况属实")).andExpect(status().isNoContent());

        card(officer, confirmed).andExpect(jsonPath("$.state").value("ISSUED"));
        act(city, confirmed, "cancellation", Map.of("reason", "误发"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("已发")));

        no = no.substring(0, 20) + "98";
        var cancelled = pending();
        act(city, cancelled, "cancellation", Map.of("reason", "")).andExpect(status().isUnprocessableEntity());
        act(city, cancelled, "cancellation", Map.of("reason", "系统切换期间")).andExpect(status().isNoContent());
        card(city, cancelled)
                .andExpect(jsonPath("$.state").value("CANCELLED"))
                .andExpect(jsonPath("$.allowed").isEmpty());
    }

    @Test
    void aWarningIsSettledByHandAndACardThatAsksForFeedbackIsNot() throws Exception {
        var yellow = overdue(ClockKind.CASE);
        var blue = new Watching(clocks, time, sql).card(no, "BLUE");
        card(city, blue).andExpect(jsonPath("$.allowed").value(hasItem("settle")));
        act(officer, blue, "settlement", Map.of("reason", "已提醒")).andExpect(status().isForbidden());

        act(city, blue, "settlement", Map.of("reason", "已提醒，按期办结")).andExpect(status().isNoContent());

        card(city, blue)
                .andExpect(jsonPath("$.state").value("SETTLED"))
                .andExpect(jsonPath("$.phase").value("DONE"))
                .andExpect(jsonPath("$.allowed").isEmpty())
                .andExpect(jsonPath("$.acts[-1].act").value("销号"))
                .andExpect(jsonPath("$.acts[-1].text").value("已提醒，按期办结"));
        act(city, blue, "settlement", Map.of("reason", "再销一次"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("销号")));
        act(city, yellow, "settlement", Map.of("reason", "办结"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("card-needs-feedback"));
        card(city, yellow).andExpect(jsonPath("$.state").value("ISSUED"));
    }

    @Test
    void aCardRevokedMidwayTakesItsTaskAndItsClockAlong() throws Exception {
        var id = overdue(ClockKind.CASE);

        act(city, id, "revocation", Map.of("reason", "节假日数据有误")).andExpect(status().isNoContent());

        card(city, id).andExpect(jsonPath("$.state").value("REVOKED"));
        assertThat(task(officer, id)).isNull();
        time.setTo(Watching.at("2026-06-01T10:00"));
        assertThat(lights.raise(cardNo(id))).isEmpty();
    }

    @Test
    void aDepartmentIsUrgedWithTextAddresseeAndDate() throws Exception {
        var id = overdue(ClockKind.CASE);
        delivery.tellSome();

        act(city, id, "urgings", Map.of("addressee", "行政审批科", "text", "", "dueOn", "2026-03-27"))
                .andExpect(status().isUnprocessableEntity());
        act(city, id, "urgings", Map.of("addressee", "行政审批科", "text", "限期办结", "dueOn", "2026-03-01"))
                .andExpect(status().isUnprocessableEntity());
        act(city, id, "urgings", Map.of("addressee", "行政审批科", "text", "限期办结", "dueOn", "2026-03-27"))
                .andExpect(status().isNoContent());

        card(city, id)
                .andExpect(jsonPath("$.state").value("URGED"))
                .andExpect(jsonPath("$.urgings[0].addressee").value("行政审批科"))
                .andExpect(jsonPath("$.urgings[0].dueOn")
                        .value(LocalDate.of(2026, 3, 27).toString()));
        web.perform(get("/api/messages").with(as(officer)))
                .andExpect(jsonPath("$[?(@.title =~ /督办.*/)].text").value(hasItem(containsString("限期办结"))))
                .andExpect(jsonPath("$[?(@.title =~ /督办.*/)].link").value(hasItem("/cards/" + id)));
    }

    @Test
    void everyLevelIsToldOfItsCardsAndOfLowerOnesOnce() {
        var head = new People(sql).officer(Role.HEAD, "loop-test", "431200");
        var watching = new Watching(clocks, time, sql);
        watching.started(no, ClockKind.CASE, "431202", "loop-test");
        time.setTo(Watching.RED);
        lights.raise(no);

        while (delivery.tellSome() > 0) {}

        assertThat(told(officer)).containsExactlyInAnyOrder("【预警】业务按承诺时限超时", "【黄牌】业务按承诺时限超时", "【红牌】业务按法定时限超时");
        assertThat(told(head)).containsExactlyInAnyOrder("【黄牌】业务按承诺时限超时", "【红牌】业务按法定时限超时");
        assertThat(told(city)).containsExactly("【红牌】业务按法定时限超时");
    }

    @Test
    void everybodySeesTheCardsOfTheirOwnPlaceAndDepartment() throws Exception {
        var id = overdue(ClockKind.CASE);
        var search = "/api/cards?light=YELLOW&kind=CASE&from=2026-03-23&until=2026-03-23&q=" + no;
        var elsewhere = new People(sql).officer(Role.SUPERVISOR, null, "431100");
        var others = new People(sql).officer(Role.APPROVER, "loop-other", "431200");

        for (var who : List.of(officer, city, province))
            web.perform(get(search).with(as(who)))
                    .andExpect(jsonPath("$.total").value(1))
                    .andExpect(jsonPath("$.items[0].id").value(id))
                    .andExpect(jsonPath("$.items[0].phase").value("FEEDBACK"))
                    .andExpect(jsonPath("$.items[0].phaseLabel").value("待反馈"));
        for (var who : List.of(elsewhere, others)) {
            web.perform(get(search).with(as(who))).andExpect(jsonPath("$.total").value(0));
            card(who, id).andExpect(status().isNotFound());
        }
        act(elsewhere, id, "revocation", Map.of("reason", "越权")).andExpect(status().isNotFound());
    }

    @Test
    void ofTwoSupervisorsAtOnceOneWins() throws Exception {
        var id = pending();
        var won = new AtomicInteger();
        Callable<Void> press = () -> {
            try {
                acts.confirm(city, id, "属实");
                won.incrementAndGet();
            } catch (Problem late) {
                assertThat(late.getMessage()).contains("已发").contains(city.name());
            }
            return null;
        };
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var done : pool.invokeAll(List.of(press, press))) done.get();
        } finally {
            pool.shutdownNow();
        }

        assertThat(won).hasValue(1);
    }

    private long overdue(ClockKind kind) {
        var watching = new Watching(clocks, time, sql);
        watching.started(no, kind, "431202", "loop-test");
        time.setTo(Watching.YELLOW);
        lights.raise(no);
        var id = watching.card(no, "YELLOW");
        loops.start(new CardLoops.Waiting(id, "431202"));
        return id;
    }

    private long pending() {
        return overdue(ClockKind.COMMITMENT);
    }

    private void explain(long id) throws Exception {
        answer(officer, task(officer, id), Map.of("outcome", "feedback", "cause", "system", "measure", "已修复接口"))
                .andExpect(status().isNoContent());
    }

    private void appeal(long id) throws Exception {
        answer(officer, task(officer, id), Map.of("outcome", "appeal", "opinion", "专家评审期间不应计时"))
                .andExpect(status().isNoContent());
    }

    private void unclaim(long id) {
        sql.sql("update work_item set assignee = null where subject_no = ? and ended_at is null")
                .param(cardNo(id))
                .update();
    }

    private ResultActions card(Account who, long id) throws Exception {
        if (cardNo(id) != null) jobs.runReady(cardNo(id));
        return web.perform(get("/api/cards/" + id).with(as(who)));
    }

    private ResultActions act(Account who, long id, String act, Map<String, Object> body) throws Exception {
        return web.perform(post("/api/cards/" + id + "/" + act)
                .with(as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private String task(Account who, long id) throws Exception {
        var page = json.readTree(card(who, id).andReturn().getResponse().getContentAsString());
        return page.path("task").path("taskId").textValue();
    }

    private ResultActions answer(Account who, String task, Map<String, Object> answers) throws Exception {
        return web.perform(post("/api/tasks/" + task + "/completion")
                .with(as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(answers)));
    }

    private Clocks.Face face(long id) {
        jobs.runReady(cardNo(id));
        return clocks.face(Clocks.Key.of(cardNo(id), ClockKind.CARD_FEEDBACK), time.instant());
    }

    private String cardNo(long id) {
        return sql.sql("select card_no from card where id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private List<String> told(Account who) {
        return sql.sql("select title from notice_message where recipient = ? and application_no = ? order by at")
                .params(who.username(), no)
                .query(String.class)
                .list();
    }
}
