package io.onevisit.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Filing;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.FullNumbers;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** An agent sees of a caller's case what anybody may ask for, during a call, and each look is written down. */
class CallersCasesTest extends HotlineTestCase {

    private static final String LOOK = "/api/hotline/intake/cases";
    private static final String UNKNOWN = "4301002026110100000000";

    @Autowired
    FullNumbers fullNumbers;

    private CaseFile file;

    @BeforeEach
    void aCaseIsUnderReview() {
        file = new Filing(applications, cases, clocks, clock).underReview("insurance", Map.of());
    }

    @Test
    void theAgentSeesStateDepartmentAndLimitAndNoName() throws Exception {
        var found = look(agent, null, file.caseNo()).path("found");

        assertThat(found.path("stateLabel").asText()).isEqualTo(file.state().label());
        assertThat(found.path("departmentName").asText()).contains("医疗保障");
        assertThat(found.path("dueAt").asText())
                .isEqualTo(cases.get(file.caseNo()).promisedDueAt().toString());
        assertThat(found.path("applicant").asText()).isEqualTo("测**");
        assertThat(found.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("caseNo", "stateLabel", "departmentName", "dueAt", "applicant");
    }

    @Test
    void theNumberOnAReceiptIsUnderstoodToo() throws Exception {
        var whole = fullNumbers.of(file.caseNo(), file.itemCode());

        assertThat(look(agent, null, whole).path("found").path("caseNo").asText())
                .isEqualTo(file.caseNo());
    }

    @Test
    void aCaseOfElsewhereIsAnsweredLikeOneThatDoesNotExist() throws Exception {
        var other = people.officer(Role.AGENT, null, "430200");

        var theirs = look(other, null, file.caseNo());
        var none = look(other, null, UNKNOWN);

        assertThat(theirs.path("found").isNull()).isTrue();
        assertThat(none.path("found").isNull()).isTrue();
        assertThat(cases.journal(theirs.path("call").asText()).get(0).detail()).isEqualTo(file.caseNo() + "：没有查到");
        assertThat(cases.journal(none.path("call").asText()).get(0).detail()).isEqualTo(UNKNOWN + "：没有查到");
    }

    @Test
    void whatWasLookedAtStandsInTheJournalOfTheOrder() throws Exception {
        var call = look(agent, null, UNKNOWN).path("call").asText();
        look(agent, call, file.caseNo());

        var no = desk.node(take(agent, call, file.caseNo(), "")).path("no").asText();

        assertThat(no).isEqualTo(call);
        assertThat(store.get(no).caseNo()).isEqualTo(file.caseNo());
        assertThat(cases.journal(no))
                .extracting(entry -> entry.what())
                .startsWith("查询来电人报出的办件", "查询来电人报出的办件", "诉求登记：咨询");
        assertThat(cases.journal(no).get(1).who()).isEqualTo(agent.name());
        assertThat(cases.journal(no).get(1).detail())
                .startsWith(file.caseNo() + "：" + file.state().label());
    }

    @Test
    void aQuestionAnsweredAtOnceIsOnlyNotedWithACaseThatWasLookedAt() throws Exception {
        take(agent, null, file.caseNo(), "正在审查。")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("case-not-looked-at"));
        take(agent, null, UNKNOWN, "正在审查。")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("case-not-looked-at"));
        take(agent, null, file.caseNo(), "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("case-not-looked-at"));
        var elsewhere = look(agent, null, UNKNOWN).path("call").asText();
        take(agent, elsewhere, UNKNOWN, "正在审查。").andExpect(status().isUnprocessableEntity());

        var call = look(agent, null, file.caseNo()).path("call").asText();
        var no = desk.node(take(agent, call, file.caseNo(), "正在审查。")).path("no").asText();

        assertThat(store.get(no).state()).isEqualTo(OrderState.CLOSED);
        assertThat(store.get(no).caseNo()).isEqualTo(file.caseNo());
    }

    @Test
    void aCallBelongsToItsAgentAndBecomesOneOrder() throws Exception {
        var call = look(agent, null, file.caseNo()).path("call").asText();
        var colleague = people.officer(Role.AGENT, null, "430100");

        desk.send(colleague, LOOK, Map.of("call", call, "contactName", "王五", "caseNo", file.caseNo()))
                .andExpect(status().isNotFound());
        take(colleague, call, null, "好的。").andExpect(status().isNotFound());
        take(agent, call, null, "好的。").andExpect(status().isCreated());
        take(agent, call, null, "好的。").andExpect(status().isNotFound());
    }

    @Test
    void nobodyLooksWithoutACallerOrWithoutEnd() throws Exception {
        desk.send(agent, LOOK, Map.of("contactName", " ", "caseNo", file.caseNo()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("contactName"));
        desk.send(agent, LOOK, Map.of("contactName", "王五", "caseNo", "9".repeat(51)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("caseNo"));
        desk.send(citizen, LOOK, Map.of("contactName", "王五", "caseNo", file.caseNo()))
                .andExpect(status().isForbidden());

        var call = look(agent, null, UNKNOWN).path("call").asText();
        for (var looks = 2; looks <= 5; looks++) {
            look(agent, call, UNKNOWN);
        }
        desk.send(agent, LOOK, Map.of("call", call, "contactName", "王五", "caseNo", file.caseNo()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("looks-full"));
    }

    @Test
    void looksWithoutAnOrderAreSeenByTheSupervisorOfTheLine() throws Exception {
        var supervisor = people.officer(Role.SUPERVISOR, null, "430100");
        var before = lookedOnly(supervisor);
        var call = look(agent, null, file.caseNo()).path("call").asText();

        assertThat(lookedOnly(supervisor)).isEqualTo(before + 1);
        assertThat(desk.read(supervisor, "/api/cockpit/orders/looked-only")).anySatisfy(row -> {
            assertThat(row.path("no").asText()).isEqualTo(call);
            assertThat(row.path("agent").asText()).isEqualTo(agent.name());
            assertThat(row.path("shown").asInt()).isEqualTo(1);
        });
        assertThat(desk.read(supervisor, "/api/cockpit/orders/" + call)
                        .path("timeline")
                        .path(0)
                        .path("detail")
                        .asText())
                .startsWith(file.caseNo());
        var elsewhere = people.officer(Role.SUPERVISOR, null, "430200");
        assertThat(desk.read(elsewhere, "/api/cockpit/orders/looked-only").toString())
                .doesNotContain(call);
        assertThat(desk.read(elsewhere, "/api/cockpit/orders/" + call)
                        .path("code")
                        .asText())
                .isEqualTo("order-unknown");

        take(agent, call, null, "好的。").andExpect(status().isCreated());
        assertThat(lookedOnly(supervisor)).isEqualTo(before);
    }

    private int lookedOnly(Account supervisor) throws Exception {
        return desk.read(supervisor, "/api/cockpit/orders")
                .path("counted")
                .path("lookedOnly")
                .asInt();
    }

    private JsonNode look(Account who, String call, String caseNo) throws Exception {
        var named = new HashMap<String, Object>(Map.of("contactName", "王五", "caseNo", caseNo));
        named.put("call", call);
        return desk.node(desk.send(who, LOOK, named).andExpect(status().isOk()));
    }

    private ResultActions take(Account who, String call, String caseNo, String answer) throws Exception {
        var taken = call("CONSULTATION", "other", "430102");
        taken.put("call", call);
        taken.put("caseNo", caseNo);
        taken.put("answer", answer);
        return desk.send(who, "/api/hotline/intake", taken);
    }
}
