package io.onevisit.delegation;

import static io.onevisit.delegation.Sides.end;
import static io.onevisit.delegation.Sides.terms;
import static io.onevisit.delegation.Sides.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.vault.TestVault;
import io.onevisit.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Mandates and legal persons: who gives what to whom, who answers, who ends it, and who learns of it. */
@PlatformTest
class MandatesTest {

    private static final String COMPANY = "91430202MADEMA0357";

    @Autowired
    Sides sides;

    @Autowired
    Office office;

    @Autowired
    CompanyRegister register;

    @Autowired
    Mandates mandates;

    @Autowired
    Accounts accounts;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvc web;

    private Applying principal;
    private Applying agent;

    @BeforeEach
    void twoPeople() {
        clock.reset();
        principal = sides.person();
        agent = sides.person();
    }

    @Test
    void bothSidesSeeItAndAreTold() throws Exception {
        var id = sides.given(principal, terms(agent, true, "newborn"));
        assertThat(agent.read("/api/mandates").at("/received/0/state").asText()).isEqualTo("OFFERED");
        assertThat(agent.read("/api/messages").findValuesAsText("title")).anyMatch(title -> title.contains("请您代办"));
        assertThat(agent.read("/api/acting")).isEmpty();

        agent.ask(post("/api/mandates/" + id + "/acceptance"), Map.of()).andExpect(status().isOk());

        assertThat(agent.read("/api/acting").at("/0/name").asText())
                .isEqualTo(principal.person().name());
        assertThat(principal.read("/api/mandates").at("/given/0/state").asText())
                .isEqualTo("ACCEPTED");
        assertThat(principal.read("/api/messages").findValuesAsText("title")).anyMatch(title -> title.contains("已接受"));
        end(agent, id).andExpect(jsonPath("$.endedWhy").value("代办人退还：不再需要"));
        assertThat(agent.read("/api/acting")).isEmpty();
        end(principal, id).andExpect(status().isConflict());
        assertThat(sql.sql("select verb from audit_entry where number = ? and result = 'DONE' order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("GIVE_MANDATE", "ANSWER_MANDATE", "END_MANDATE");
    }

    @Test
    void itIsNobodyElses() throws Exception {
        var id = sides.given(principal, terms(agent, false));
        var stranger = sides.person();
        for (var act : List.of("acceptance", "refusal", "end")) {
            stranger.ask(post("/api/mandates/" + id + "/" + act), Map.of("why", ""))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("mandate-unknown"));
        }
        assertThat(stranger.read("/api/mandates").path("received")).isEmpty();
        principal.ask(post("/api/mandates/" + id + "/acceptance"), Map.of()).andExpect(status().isNotFound());
        sides.officer(office.officer(Role.CLERK, null))
                .ask(post("/api/mandates/" + id + "/end"), Map.of("why", ""))
                .andExpect(status().isForbidden());

        agent.ask(post("/api/mandates/" + id + "/refusal"), Map.of()).andExpect(status().isOk());
        agent.ask(post("/api/mandates/" + id + "/acceptance"), Map.of())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("mandate-answered"));
    }

    @Test
    void whetherTheAgentHasAnAccountIsNotTold() throws Exception {
        var known = principal.node(principal.ask(post("/api/mandates"), terms(agent, false)));
        var terms = terms(agent, false);
        terms.put("agentName", "查无此人");
        terms.put("agentPhone", "13100000001");
        var unknown = principal.node(principal.ask(post("/api/mandates"), terms));

        assertThat(unknown.path("state")).isEqualTo(known.path("state"));
        assertThat(unknown.fieldNames()).toIterable().containsExactlyElementsOf(() -> known.fieldNames());
    }

    @Test
    void aTelephoneThatWasOnlyTypedAcceptsNothing() throws Exception {
        var id = sides.given(principal, terms(agent, false));
        sql.sql("update account set phone_proved = false where username = ?")
                .param(agent.person().username())
                .update();

        agent.ask(post("/api/mandates/" + id + "/acceptance"), Map.of()).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "agentPhone, 12345, agentPhone",
        "agentName, 李, agentName",
        "from, 2020-01-01, from",
        "until, 2020-01-01, until",
        "until, 2099-01-01, until"
    })
    void termsThatCannotBeAreRefusedByField(String key, String value, String field) throws Exception {
        var terms = terms(agent, false);
        terms.put(key, value);

        principal
                .ask(post("/api/mandates"), terms)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void whatItIsGoodForIsKnownAndNamed() throws Exception {
        principal
                .ask(post("/api/mandates"), terms(agent, false, "no-such-thing"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("subjects"));
        principal
                .ask(post("/api/mandates"), terms(agent, false, "newborn", "HN-WJ-0103"))
                .andExpect(jsonPath("$.subjectNames[1]").value("生育登记"));
    }

    @Test
    void nobodyGivesOneToThemselvesOrWithoutHavingBeenSeen() throws Exception {
        principal.ask(post("/api/mandates"), terms(principal, false)).andExpect(status().isUnprocessableEntity());

        var p = principal.person();
        var registered = new Account(
                p.username(), p.name(), p.roles(), null, p.region(), null, p.phone(), p.kind(), 3, p.idNo());
        sides.officer(registered)
                .ask(post("/api/mandates"), terms(agent, false))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("step-up-required"));
    }

    @Test
    void whoLosesTheirLevelHasNoAgentsThatAct() throws Exception {
        var id = sides.accepted(principal, agent, terms(agent, false));
        sql.sql("update account set level = 2 where username = ?")
                .param(principal.person().username())
                .update();

        Sides.begin(agent, "newborn", Map.of("mandate", id))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("mandate-ended"));
    }

    @Test
    void onlyWhomTheRegisterNamesClaimsACompany() throws Exception {
        register.write(COMPANY, "株洲测试建材有限公司", principal.person().idNo());

        claim(principal, COMPANY.substring(0, 17) + "A")
                .andExpect(jsonPath("$.code").value("credit-code-invalid"));
        claim(agent, COMPANY).andExpect(jsonPath("$.code").value("register-disagrees"));
        claim(principal, "91310115MA1K4UFA9X").andExpect(status().isUnprocessableEntity());
        claim(principal, COMPANY.toLowerCase()).andExpect(status().isCreated());
        claim(principal, COMPANY).andExpect(status().isCreated());

        assertThat(principal.read("/api/legal-persons").at("/0/name").asText()).isEqualTo("株洲测试建材有限公司");
        assertThat(accounts.find("legal." + COMPANY).orElseThrow().roles()).isEmpty();
        web.perform(post("/api/session")
                        .with(People.csrf())
                        .contentType("application/json")
                        .content("{\"username\":\"legal." + COMPANY + "\",\"password\":\"\"}"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void anAgentOfACompanyHandsNothingOn() throws Exception {
        register.write(COMPANY, "株洲测试建材有限公司", principal.person().idNo());
        claim(principal, COMPANY);
        var terms = terms(agent, false);
        terms.put("creditCode", COMPANY);
        sides.accepted(principal, agent, terms);
        var third = terms(sides.person(), false);
        third.put("creditCode", COMPANY);

        agent.ask(post("/api/mandates"), third)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("mandate-handed-on"));
        sides.person()
                .ask(post("/api/mandates"), third)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("legal-person-unknown"));
    }

    @Test
    void timeEndsAMandateAndBothAreTold() throws Exception {
        var id = sides.accepted(principal, agent, terms(agent, false));
        var draft = agent.node(Sides.begin(agent, "newborn", Map.of("mandate", id)))
                .path("id")
                .asText();
        sql.sql("update mandate set from_on = ?, until_on = ? where id = ?::uuid")
                .params(today().minusDays(9), today().minusDays(1), id)
                .update();
        assertThat(Sides.status(agent, "/api/drafts/" + draft)).isEqualTo(403);
        agent.ask(delete("/api/drafts/" + draft), Map.of()).andExpect(status().isForbidden());

        assertThat(mandates.expire()).isPositive();

        assertThat(principal.read("/api/mandates").at("/given/0/endedWhy").asText())
                .isEqualTo("授权到期");
        assertThat(Sides.status(principal, "/api/drafts/" + draft)).isEqualTo(200);
        assertThat(agent.read("/api/messages").findValuesAsText("title")).anyMatch(title -> title.contains("已终止"));
    }

    @Test
    void somebodyWithoutAnAccountGivesOneAtTheWindow() throws Exception {
        var clerk = sides.officer(office.officer(Role.CLERK, null));
        var idNo = People.idNo("43010219410101", 77);
        var given = new HashMap<String, Object>();
        given.put("present", Map.of("name", "周奶奶", "idNo", idNo, "phone", "", "verified", true));
        given.put("given", terms(agent, false));

        clerk.ask(
                        post("/api/window-mandates"),
                        Map.of(
                                "present",
                                Map.of("name", "周奶奶", "idNo", idNo, "verified", false),
                                "given",
                                terms(agent, false)))
                .andExpect(status().isUnprocessableEntity());
        agent.ask(post("/api/window-mandates"), given).andExpect(status().isForbidden());
        var id = clerk.node(clerk.ask(post("/api/window-mandates"), given).andExpect(status().isCreated()))
                .path("id")
                .asText();
        agent.ask(post("/api/mandates/" + id + "/acceptance"), Map.of()).andExpect(status().isOk());
        var draft = agent.node(Sides.begin(agent, "newborn", Map.of("mandate", id)))
                .path("id")
                .asText();
        var receipt = agent.node(Sides.complete(agent, draft, Map.of(), List.of("fertilityRegistration")));

        var no = receipt.path("applicationNo").asText();
        assertThat(sql.sql("select applicant_key || owner from application where application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .isEqualTo(TestVault.ofThePlatform().key(Vault.Kind.ID_NO, idNo));
        assertThat(Sides.status(agent, "/api/applications/" + no)).isEqualTo(200);
        end(agent, id).andExpect(status().isOk());
        assertThat(Sides.status(agent, "/api/applications/" + no)).isEqualTo(404);
    }

    private static ResultActions claim(Applying person, String code) throws Exception {
        return person.ask(post("/api/legal-persons"), Map.of("creditCode", code));
    }
}
