package io.onevisit.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.identity.Role;
import io.onevisit.processes.HotlineOrder.Elements;
import io.onevisit.ratings.Span;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order finds its unit, is answered in time and closed after the caller was asked. */
class HotlineTest extends HotlineTestCase {

    @Autowired
    OrderFigures figures;

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
        var counted = figures.figures(people.officer(Role.SUPERVISOR, null, "430000"), today());
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

    private Span today() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        return new Span(day, day);
    }
}
