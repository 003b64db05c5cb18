package io.onevisit.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Filing;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.OfficeDesk;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.processes.HotlineOrder.Elements;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An order finds its unit, is answered in time and closed after the caller was asked. */
@PlatformTest
class HotlineTest {

    /** A Monday morning in office hours. */
    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock clock;

    @Autowired
    OrderStore store;

    @Autowired
    OrderFigures figures;

    @Autowired
    DepartmentSuggestion suggestion;

    private OfficeDesk desk;
    private People people;
    private Account citizen;
    private Account agent;
    private Account office;
    private Account unit;
    private Account head;

    @BeforeEach
    void mondayMorning() {
        clock.setTo(MONDAY);
        desk = new OfficeDesk(web, json, sql, jobs);
        people = new People(sql);
        citizen = people.citizen();
        agent = people.officer(Role.AGENT, null, "430100");
        office = people.officer(Role.LINE_OFFICE, null, "430100");
        unit = people.officer(Role.APPROVER, "insurance", "430100");
        head = people.officer(Role.HEAD, "insurance", "430100");
    }

    @AfterEach
    void timeGoesOnAsItDoes() {
        clock.reset();
    }

    @Test
    void aClearOrderGoesToItsUnitAndIsClosedAfterTheCallBack() throws Exception {
        var no = sent("HELP", "medical-insurance");
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.ACCEPT_ORDER);
        assertThat(store.get(no).unit()).isEqualTo("insurance");
        assertThat(store.get(no).dueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
        assertThat(desk.read(unit, "/api/tasks/" + desk.task(no)).path("checks").toString())
                .as("the reason of the dispatch is shown")
                .contains("医保参保");

        answer(unit, no, Map.of("outcome", "accept"));
        answer(unit, no, Map.of("outcome", "reply"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reply"));
        answer(unit, no, Map.of("outcome", "reply", "reply", "已为您补录缴费记录。"));
        assertThat(desk.read(citizen, "/api/messages").toString()).contains("已为您补录缴费记录。");
        assertThat(clock(no, ClockKind.WORK_ORDER).stopped()).isTrue();
        answer(agent, no, Map.of("outcome", "satisfied"));

        assertThat(store.get(no).state()).isEqualTo(OrderState.CLOSED);
        assertThat(clock(no, ClockKind.WORK_ORDER).finishedAt()).isNotNull();
        assertThat(desk.read(citizen, "/api/orders").path(0).path("stateLabel").asText())
                .isEqualTo("已办结");
        var counted =
                figures.figures(people.officer(Role.SUPERVISOR, null, "430000"), figures.today(), figures.today());
        assertThat(counted.counted().satisfied()).isPositive();
    }

    @Test
    void questionsAndComplaintsRunOnTheClocksThatSuperviseThem() throws Exception {
        var question = sent("CONSULTATION", "taxation");
        var complaint = sent("COMPLAINT", "taxation");
        desk.waitsAt(question);
        desk.waitsAt(complaint);

        assertThat(kinds(question)).containsExactlyInAnyOrder(ClockKind.CONSULTATION, ClockKind.WORK_ORDER_RETURN);
        assertThat(kinds(complaint)).containsExactlyInAnyOrder(ClockKind.COMPLAINT, ClockKind.WORK_ORDER_RETURN);
    }

    @Test
    void aReturnWithinADayIsDecidedByTheLineOfficeAndThenThereIsNone() throws Exception {
        var no = sent("HELP", "medical-insurance");
        desk.waitsAt(no);
        answer(unit, no, Map.of("outcome", "return"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("opinion"));
        answer(unit, no, Map.of("outcome", "return", "opinion", "属于户籍问题，应由公安承办"))
                .andExpect(status().isNoContent());
        assertThat(store.get(no).state()).isEqualTo(OrderState.ASSIGNING);

        answer(office, no, Map.of("unit", "police", "opinion", "户口登记由公安机关负责"));

        var police = people.officer(Role.APPROVER, "police", "430100");
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.HANDLE_ORDER);
        answer(police, no, Map.of("outcome", "return", "opinion", "不是我们的")).andExpect(status().isUnprocessableEntity());
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.HANDLE_ORDER);
        assertThat(store.get(no).dueAt()).as("the limit goes on").isEqualTo(MONDAY.plus(Duration.ofDays(7)));
    }

    @Test
    void afterADayTheUnitHasTakenIt() throws Exception {
        var no = sent("HELP", "medical-insurance");
        desk.waitsAt(no);
        clock.advance(Duration.ofHours(24).plusSeconds(1));

        answer(unit, no, Map.of("outcome", "return", "opinion", "不归我们管"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("return-late"));
        jobs.run(no, Elements.WORK_ORDER_RETURN_DUE);

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.HANDLE_ORDER);
        assertThat(store.get(no).state()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @Test
    void theHeadGrantsFiveMoreDaysOnce() throws Exception {
        var no = taken();
        answer(unit, no, Map.of("outcome", "extend", "opinion", "需要外省协查"));
        answer(head, no, Map.of("outcome", "approve")).andExpect(status().isNoContent());

        assertThat(store.get(no).dueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(14)));
        answer(unit, no, Map.of("outcome", "extend", "opinion", "还要"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("extended-before"));
    }

    @Test
    void othersAssistWhileTheFirstReceiverLeads() throws Exception {
        var no = taken();
        answer(unit, no, Map.of("outcome", "assist", "coUnit", "insurance", "opinion", "请配合"))
                .andExpect(status().isUnprocessableEntity());
        answer(unit, no, Map.of("outcome", "assist", "coUnit", "police", "opinion", "请核对户籍"));
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.ASSIST_ORDER);

        answer(people.officer(Role.APPROVER, "police", "430100"), no, Map.of("outcome", "assisted", "opinion", "户籍无误"));

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.HANDLE_ORDER);
        assertThat(store.get(no).unit()).isEqualTo("insurance");
        assertThat(store.get(no).coUnits()).containsExactly("police");
    }

    @Test
    void anUnsatisfiedCallerSendsItBackOnceAndThePauseDoesNotCount() throws Exception {
        var no = taken();
        answer(unit, no, Map.of("outcome", "reply", "reply", "请耐心等待"));
        clock.advance(Duration.ofDays(1));
        answer(agent, no, Map.of("outcome", "unsatisfied", "opinion", "问题没有解决"));
        assertThat(desk.waitsAt(no)).isEqualTo(Elements.HANDLE_ORDER);
        assertThat(clock(no, ClockKind.WORK_ORDER).stopped()).isFalse();
        assertThat(store.get(no).dueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(8)));

        answer(unit, no, Map.of("outcome", "reply", "reply", "已补录"));
        answer(agent, no, Map.of("outcome", "unsatisfied", "opinion", "还是不满意"));

        assertThat(store.get(no).state()).isEqualTo(OrderState.CLOSED);
        assertThat(store.get(no).callBack()).isEqualTo("unsatisfied");
        assertThat(desk.read(citizen, "/api/messages").findValuesAsText("title").stream()
                        .filter("您的诉求已有答复"::equals))
                .hasSize(2);
    }

    @Test
    void aQuestionAnsweredDuringTheCallIsClosedAtOnce() throws Exception {
        var call = call("CONSULTATION", "other", "430102");
        call.put("answer", "登录后在“我的办件”查看。");
        var no = desk.node(desk.send(agent, "/api/hotline/intake", call))
                .path("no")
                .asText();

        assertThat(store.get(no).state()).isEqualTo(OrderState.CLOSED);
        assertThat(clocks.of(no)).isEmpty();
        var complaint = call("COMPLAINT", "other", "430102");
        complaint.put("answer", "知道了");
        desk.send(agent, "/api/hotline/intake", complaint)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("not-a-question"));
    }

    @Test
    void anAgentMayChooseAnotherUnitWithAReasonThatIsKept() throws Exception {
        var call = call("HELP", "other", "430100");
        call.put("handUnit", "tax");
        desk.send(agent, "/api/hotline/intake", call)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("handReason"));
        call.put("handReason", "来电人说明是社保费征缴");
        var no = desk.node(desk.send(agent, "/api/hotline/intake", call))
                .path("no")
                .asText();

        assertThat(desk.waitsAt(no)).isEqualTo(Elements.ACCEPT_ORDER);
        assertThat(store.get(no).unit()).isEqualTo("tax");
        assertThat(cases.journal(no))
                .anySatisfy(entry -> assertThat(entry.detail()).contains("规则建议热线办", "来电人说明是社保费征缴"));
    }

    @Test
    void whatIsUnclearGoesToThePlaceOrToTheLineOffice() throws Exception {
        var county = sent("HELP", "other");
        assertThat(desk.waitsAt(county)).isEqualTo(Elements.ACCEPT_ORDER);
        assertThat(store.get(county).unit()).isEqualTo("district");

        var call = call("HELP", "other", "430100");
        var city = desk.node(desk.send(agent, "/api/hotline/intake", call))
                .path("no")
                .asText();
        assertThat(desk.waitsAt(city)).isEqualTo(Elements.ASSIGN_UNIT);
        assertThat(desk.read(agent, "/api/hotline/intake/dispatch?duty=other&region=430100")
                        .path("unitName")
                        .asText())
                .isEqualTo("热线办");
    }

    @Test
    void aStrangersCaseOrRatingIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        var file = new Filing(applications, cases, clocks, clock).underReview("insurance", Map.of());
        var theirs = desk.send(citizen, "/api/orders", order("COMPLAINT", "taxation", file.caseNo()));
        var none = desk.send(citizen, "/api/orders", order("COMPLAINT", "taxation", "4301002026110100000000"));

        theirs.andExpect(status().isNotFound());
        assertThat(desk.node(theirs)).isEqualTo(desk.node(none));
    }

    @Test
    void onlyAgentsSitAtTheDesk() throws Exception {
        desk.send(citizen, "/api/hotline/intake", call("HELP", "other", "430102"))
                .andExpect(status().isForbidden());
        desk.send(agent, "/api/orders", order("HELP", "taxation", "")).andExpect(status().isForbidden());
        desk.send(citizen, "/api/orders", order("PRAISE", "taxation", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("kind"));
        desk.send(citizen, "/api/orders", order("HELP", "nothing", "")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void untilTheSearchPartArrivesNothingIsSuggested() {
        assertThat(suggestion.suggest("医保卡丢了", "430102")).isEmpty();
    }

    private String taken() throws Exception {
        var no = sent("HELP", "medical-insurance");
        desk.waitsAt(no);
        answer(unit, no, Map.of("outcome", "accept"));
        return no;
    }

    private String sent(String kind, String duty) throws Exception {
        return desk.node(desk.send(citizen, "/api/orders", order(kind, duty, "")))
                .path("no")
                .asText();
    }

    private static Map<String, Object> order(String kind, String duty, String caseNo) {
        return Map.of("kind", kind, "duty", duty, "region", "430102", "text", "医保缴费查不到", "caseNo", caseNo);
    }

    private static Map<String, Object> call(String kind, String duty, String region) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "duty",
                duty,
                "region",
                region,
                "text",
                "来电反映",
                "contactName",
                "王五",
                "contactPhone",
                "13700000000",
                "urgent",
                false));
    }

    private ResultActions answer(Account officer, String no, Map<String, Object> answers) throws Exception {
        return desk.answer(officer, no, answers);
    }

    private Clocks.Face clock(String no, ClockKind kind) {
        return clocks.face(Clocks.Key.of(no, kind), clock.instant());
    }

    private List<ClockKind> kinds(String no) {
        return clocks.of(no).stream().map(Clocks.Key::kind).toList();
    }
}
