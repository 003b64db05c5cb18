package io.onevisit.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Filing;
import io.onevisit.VoiceTestCase;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad ratings and hotline orders are supervised like cases: their limits raise cards, and both are counted. */
class VoiceCardsTest extends VoiceTestCase {

    private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Autowired
    DueLights lights;

    @Autowired
    RollUp rollUp;

    private Account supervisor;

    @BeforeEach
    void mondayMorning() {
        clock.setTo(MONDAY);
        supervisor = people.officer(Role.SUPERVISOR, null, "430100");
    }

    @Test
    void aBadRatingThatNobodyAnswersIsACard() throws Exception {
        var file = filing().underReview("health", Map.of());
        var rater = new Account(Filing.OWNER, "测试人", Set.of(Role.CITIZEN), null, "430100", Filing.ID_NO, "13900000009");
        var asked =
                Map.of("caseNo", file.caseNo(), "level", 5, "labels", List.of("late"), "text", "催了三次", "channel", "PC");
        var no = desk.node(desk.send(rater, "/api/ratings", asked)).path("no").asText();
        jobs.runReady(no);
        var due =
                clocks.face(Clocks.Key.of(no, ClockKind.RATING_CONTACT), MONDAY).promisedDueAt();

        clock.setTo(due);
        lights.raise(no);
        assertThat(new Watching(clocks, clock, sql).lights(no)).doesNotContain("YELLOW");
        clock.setTo(due.plusSeconds(1));
        lights.raise(no);

        var card = card(no);
        assertThat(no).startsWith("R");
        assertThat(card.path("message").asText()).isEqualTo("编号为" + no + "的差评，首次联系期限为1个工作日，已经超过联系期限，请速与评价人联系核实。");
        assertThat(card.path("element").asText()).isEqualTo("差评核实超时");
        assertThat(card.path("department").asText()).isEqualTo("health");
        behind(Figure.YELLOW, "OTHER", no);
    }

    @Test
    void anOrderThatNobodyAnswersIsACard() throws Exception {
        var no = order("HELP");
        overdue(no, ClockKind.WORK_ORDER);

        var card = card(no);
        assertThat(no).startsWith("W");
        assertThat(card.path("message").asText()).isEqualTo("编号为" + no + "的热线工单，办理期限为5个工作日，已经超过办理期限，请速办理答复。");
        assertThat(card.path("element").asText()).isEqualTo("热线工单超时");
        behind(Figure.YELLOW, "OTHER", no);
    }

    @Test
    void questionsAndComplaintsAreCountedWithTheirCardsAndAnswers() throws Exception {
        for (var kind : List.of(ClockKind.CONSULTATION, ClockKind.COMPLAINT)) {
            clock.setTo(MONDAY);
            var before = figures(kind.name());
            var answered = order(kind.name());
            var late = order(kind.name());
            handle(answered, Map.of("outcome", "accept"));
            handle(answered, Map.of("outcome", "reply", "reply", "已核实，答复如下。"));
            desk.answer(people.officer(Role.AGENT, null, "430100"), answered, Map.of("outcome", "satisfied"));
            overdue(late, kind);

            var after = figures(kind.name());
            assertThat(grown(before, after, Figure.ACCEPTED)).isEqualTo(2);
            assertThat(grown(before, after, Figure.CLOSED_NORMAL)).isEqualTo(1);
            assertThat(grown(before, after, Figure.YELLOW)).isEqualTo(1);
            behind(Figure.ACCEPTED, kind.name(), answered);
            behind(Figure.ACCEPTED, kind.name(), late);
            behind(Figure.CLOSED_NORMAL, kind.name(), answered);
            behind(Figure.YELLOW, kind.name(), late);
            assertThat(card(late).path("message").asText())
                    .startsWith((kind == ClockKind.COMPLAINT ? "投诉" : "咨询") + "编号为" + late + "，答复时限为")
                    .endsWith("，已经超过答复时限，请速答复。");
        }
    }

    private String order(String kind) throws Exception {
        var asked =
                Map.of("kind", kind, "duty", "medical-insurance", "region", "430102", "text", "医保缴费查不到", "caseNo", "");
        var no = desk.node(desk.send(people.citizen(), "/api/orders", asked))
                .path("no")
                .asText();
        desk.waitsAt(no);
        return no;
    }

    private void handle(String no, Map<String, Object> answers) throws Exception {
        desk.answer(people.officer(Role.APPROVER, "insurance", "430100"), no, answers);
    }

    private void overdue(String no, ClockKind kind) {
        clock.setTo(clocks.face(Clocks.Key.of(no, kind), clock.instant())
                .promisedDueAt()
                .plusSeconds(1));
        lights.raise(no);
    }

    private JsonNode card(String no) throws Exception {
        return desk.read(supervisor, "/api/cards/" + new Watching(clocks, clock, sql).card(no, "YELLOW"));
    }

    private JsonNode figures(String subject) throws Exception {
        var now = clock.instant();
        clock.setTo(MONDAY.plusSeconds(20 * 86_400));
        rollUp.sweep();
        rollUp.prove(DAY, DAY.plusDays(20));
        clock.setTo(now);
        return desk.read(supervisor, "/api/supervision/statistics?by=REGION&subject=" + subject + span())
                .path("total")
                .path("figures");
    }

    /** The figure's list holds the number; a card's row leads to the card. */
    private void behind(Figure figure, String subject, String no) throws Exception {
        figures(subject);
        var path = "/api/supervision/statistics/" + figure + "/list?size=100&subject=" + subject + span();
        var found = desk.read(supervisor, path).path("items");
        assertThat(found)
                .filteredOn(item -> item.path("no").asText().equals(no))
                .singleElement()
                .satisfies(item -> assertThat(item.path("cardId").isNull()).isEqualTo(figure != Figure.YELLOW));
    }

    private static String span() {
        return "&from=" + DAY + "&until=" + DAY.plusDays(20);
    }

    private static double grown(JsonNode before, JsonNode after, Figure figure) {
        return after.path(figure.name()).asDouble() - before.path(figure.name()).asDouble();
    }
}
