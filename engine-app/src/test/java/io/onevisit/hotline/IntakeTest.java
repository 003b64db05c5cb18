package io.onevisit.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.Filing;
import io.onevisit.processes.HotlineOrder.Elements;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent takes down during a call and what a citizen sends, and where it goes. */
class IntakeTest extends HotlineTestCase {

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
        var said = (ObjectNode) desk.node(theirs);
        var saidOfNone = (ObjectNode) desk.node(none);
        said.remove("reference"); // of the request, not of the case
        saidOfNone.remove("reference");
        assertThat(said.toString()).isEqualTo(saidOfNone.toString());
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
}
