package io.onevisit.hotline;

import io.onevisit.VoiceTestCase;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A citizen, an agent and those who answer for an order, on a Monday morning. */
abstract class HotlineTestCase extends VoiceTestCase {

    /** A Monday morning in office hours. */
    static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");

    @Autowired
    OrderStore store;

    Account citizen;
    Account agent;
    Account office;
    Account unit;
    Account head;

    @BeforeEach
    void mondayMorning() {
        clock.setTo(MONDAY);
        citizen = people.citizen();
        agent = people.officer(Role.AGENT, null, "430100");
        office = people.officer(Role.LINE_OFFICE, null, "430100");
        unit = people.officer(Role.APPROVER, "insurance", "430100");
        head = people.officer(Role.HEAD, "insurance", "430100");
    }

    String taken() throws Exception {
        var no = sent("HELP", "medical-insurance");
        desk.waitsAt(no);
        answer(unit, no, Map.of("outcome", "accept"));
        return no;
    }

    String sent(String kind, String duty) throws Exception {
        return desk.node(desk.send(citizen, "/api/orders", order(kind, duty, "")))
                .path("no")
                .asText();
    }

    static Map<String, Object> order(String kind, String duty, String caseNo) {
        return Map.of("kind", kind, "duty", duty, "region", "430102", "text", "医保缴费查不到", "caseNo", caseNo);
    }

    static Map<String, Object> call(String kind, String duty, String region) {
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

    ResultActions answer(Account officer, String no, Map<String, Object> answers) throws Exception {
        return desk.answer(officer, no, answers);
    }

    Clocks.Face clock(String no, ClockKind kind) {
        return clocks.face(Clocks.Key.of(no, kind), clock.instant());
    }

    List<ClockKind> kinds(String no) {
        return clocks.of(no).stream().map(Clocks.Key::kind).toList();
    }
}
