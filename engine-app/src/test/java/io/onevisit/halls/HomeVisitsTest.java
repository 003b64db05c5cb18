package io.onevisit.halls;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** 上门服务: asked for, given to somebody of the place, agreed, done; what is personal lies sealed. */
class HomeVisitsTest extends HallTestCase {

    private Account citizen;
    private Account clerk;
    private Account helper;

    @BeforeEach
    void peopleOfThePlace() {
        citizen = people.citizen();
        clerk = clerk();
        helper = people.officer(Role.CLERK, null, "430102001000");
    }

    @Test
    void fromTheRequestToItsEndWhoeverAskedIsTold() throws Exception {
        var asked = node(ask(citizen, Map.of()).andExpect(status().isCreated()));
        var no = asked.path("no").asText();
        assertThat(asked.path("dueOn").asText()).isEqualTo("2026-03-05");
        assertThat(line(clerk, no).path("personName").asText()).isEqualTo("周**");

        act(helper, no, "acceptance", Map.of("at", "2026-03-06T09:30")).andExpect(status().isNotFound());
        act(clerk, no, "assignment", Map.of("helper", helper.username())).andExpect(status().isNoContent());
        assertThat(line(helper, no).path("mine").asBoolean()).isTrue();
        act(clerk, no, "acceptance", Map.of("at", "2026-03-06T09:30"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("visit-not-yours"));
        act(helper, no, "completion", Map.of("outcome", "已办"))
                .andExpect(jsonPath("$.code").value("visit-moved"));
        act(helper, no, "acceptance", Map.of("at", "2026-03-03T09:30"))
                .andExpect(jsonPath("$.code").value("visit-time"));
        act(helper, no, "acceptance", Map.of("at", "2026-03-06T09:30")).andExpect(status().isNoContent());
        act(helper, no, "departure", Map.of()).andExpect(status().isNoContent());
        act(helper, no, "completion", Map.of("outcome", "老年优待证已代为申报")).andExpect(status().isNoContent());

        assertThat(node(web.perform(get("/api/home-visits").with(as(citizen))))
                        .at("/0/stateLabel")
                        .asText())
                .isEqualTo("已办完");
        assertThat(node(web.perform(get("/api/messages").with(as(citizen)))).findValuesAsText("title"))
                .containsExactlyInAnyOrder("上门时间已约定", "帮办人员已出发", "上门服务已办完");
        assertThat(node(web.perform(get("/api/home-visit-desk").with(as(helper))))
                        .findValuesAsText("no"))
                .doesNotContain(no);
    }

    @Test
    void onlyAnOfficersNotedLookShowsWhereSomebodyLives() throws Exception {
        var no = node(ask(citizen, Map.of())).path("no").asText();

        var whole = node(web.perform(get("/api/home-visit-desk/" + no).with(as(clerk))));

        assertThat(whole.path("address").asText()).isEqualTo("韶山路 8 号 3 栋 502");
        assertThat(whole.path("phone").asText()).isEqualTo("13812345678");
        assertThat(whole.path("helpers").findValuesAsText("username")).contains(helper.username(), clerk.username());
        assertThat(sql.sql(
                                "select count(*) from audit_entry where verb = 'LOOK_HOME_VISIT' and number = ? and account = ?")
                        .params(no, clerk.username())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(web.perform(get("/api/home-visit-desk").with(as(clerk)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("13812345678", "韶山路", "周秀兰");
        assertThat(sql.sql("select to_jsonb(v)::text from home_visit v where no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .doesNotContain("13812345678", "韶山路", "优待证", "卧床");
        web.perform(get("/api/home-visit-desk/" + no).with(as(people.officer(Role.CLERK, null, "430202"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsKept() throws Exception {
        for (var missing : Map.of("address", "address", "about", "about", "why", "why", "wantedOn", "wantedOn")
                .entrySet()) {
            ask(citizen, Map.of(missing.getKey(), ""))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value(missing.getValue()));
        }
        ask(citizen, Map.of("phone", "123")).andExpect(jsonPath("$.code").value("visit-phone"));
        ask(citizen, Map.of("wantedOn", "2026-03-07"))
                .andExpect(jsonPath("$.code").value("visit-day"));
        assertThat(node(web.perform(get("/api/home-visits").with(as(citizen))))).isEmpty();
    }

    @Test
    void whoHasAskedForManyWaitsAndMayTakeOneBack() throws Exception {
        for (var n = 0; n < 2; n++) {
            ask(citizen, Map.of());
        }
        var no = node(ask(citizen, Map.of())).path("no").asText();
        ask(citizen, Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("visits-many"));

        cancel(no).andExpect(status().isNoContent());

        cancel(no).andExpect(jsonPath("$.code").value("visit-moved"));
        ask(citizen, Map.of()).andExpect(status().isCreated());
    }

    @Test
    void theHotlineNotesOneForWhoTelephones() throws Exception {
        var agent = people.officer(Role.AGENT, null, "430100");
        var no = node(ask(post("/api/home-visit-desk"), agent, wanted(Map.of())).andExpect(status().isCreated()))
                .path("no")
                .asText();

        act(clerk, no, "impossibility", Map.of("outcome", ""))
                .andExpect(jsonPath("$.field").value("outcome"));
        act(clerk, no, "impossibility", Map.of("outcome", "已住院，出院后再约")).andExpect(status().isNoContent());
        assertThat(node(web.perform(get("/api/home-visit-desk?over=true").with(as(clerk))))
                        .findValuesAsText("no"))
                .contains(no);
        ask(post("/api/home-visit-desk"), agent, wanted(Map.of("name", "")))
                .andExpect(jsonPath("$.field").value("name"));
        web.perform(get("/api/home-visit-desk").with(as(agent))).andExpect(status().isForbidden());
    }

    private ResultActions cancel(String no) throws Exception {
        return ask(post("/api/home-visits/" + no + "/cancellation"), citizen, Map.of());
    }

    private ResultActions act(Account officer, String no, String act, Object body) throws Exception {
        return ask(post("/api/home-visit-desk/" + no + "/" + act), officer, body);
    }

    private JsonNode line(Account officer, String no) throws Exception {
        for (var line : node(web.perform(get("/api/home-visit-desk").with(as(officer))))) {
            if (line.path("no").asText().equals(no)) {
                return line;
            }
        }
        throw new AssertionError("not in the list: " + no);
    }

    private ResultActions ask(Account person, Map<String, Object> other) throws Exception {
        return ask(post("/api/home-visits"), person, wanted(other));
    }

    private static Map<String, Object> wanted(Map<String, Object> other) {
        var wanted = new HashMap<String, Object>();
        wanted.put("region", "430102");
        wanted.put("name", "周秀兰");
        wanted.put("phone", "13812345678");
        wanted.put("address", "韶山路 8 号 3 栋 502");
        wanted.put("about", "办理老年优待证");
        wanted.put("why", "长期卧床，不能出门");
        wanted.put("wantedOn", "2026-03-06");
        wanted.put("wantedPart", "MORNING");
        wanted.putAll(other);
        return wanted;
    }
}
