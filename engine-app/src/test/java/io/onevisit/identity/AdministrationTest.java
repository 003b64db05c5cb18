package io.onevisit.identity;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Three administrators, each with a part of the power and none with two. */
@PlatformTest
class AdministrationTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    private Account system;
    private Account security;
    private Account audit;
    private String fresh;

    @BeforeEach
    void administrators() {
        var people = new People(sql);
        system = people.officer(Role.SYSTEM_ADMIN, null, "430000");
        security = people.officer(Role.SECURITY_ADMIN, null, "430000");
        audit = people.officer(Role.AUDITOR, null, "430000");
        fresh = "n" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void oneOpensTheAccountAnotherGivesItsRights() throws Exception {
        var password = opened();
        give(fresh, "ANALYST").andExpect(status().isCreated());

        var browser = new Browser(port);
        assertThat(browser.signIn(fresh, password).body().path("next").asText()).isEqualTo("password");
        assertThat(browser.get("/api/studio/bundles").status()).isEqualTo(403);
        browser.put("/api/account/password", Map.of("current", password, "password", "张家界武陵源天子山"));
        assertThat(browser.get("/api/session").body().path("next").asText()).isEqualTo("second-factor");
    }

    @Test
    void nobodyDoesTheOthersPart() throws Exception {
        opened();
        var post = Map.of("roles", List.of("CLERK"), "region", "430100");
        send(system, post("/api/accounts/" + fresh + "/posts"), post).andExpect(status().isForbidden());
        send(audit, post("/api/accounts/" + fresh + "/posts"), post).andExpect(status().isForbidden());
        send(system, delete("/api/accounts/" + fresh + "/posts/1"), Map.of()).andExpect(status().isForbidden());
        send(security, put("/api/accounts/" + fresh + "/enabled"), Map.of("enabled", false))
                .andExpect(status().isForbidden());
        send(audit, put("/api/accounts/" + fresh + "/enabled"), Map.of("enabled", false))
                .andExpect(status().isForbidden());
        send(security, post("/api/accounts"), officer("x" + fresh)).andExpect(status().isForbidden());
        http.perform(get("/api/accounts").param("q", fresh).with(as(audit)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].username").value(fresh));
        http.perform(get("/api/accounts").with(as(new People(sql).officer(Role.OPERATOR, null, "430000"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void anOfficersNumberIsToldByTheSystemAdministratorAndShownToNobody() throws Exception {
        opened();
        var number = Map.of("idNo", People.idNo("43010219890909", 9));

        send(security, put("/api/accounts/" + fresh + "/id-no"), number).andExpect(status().isForbidden());
        send(system, put("/api/accounts/" + fresh + "/id-no"), Map.of("idNo", "430102198909090000"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("idNo"));
        send(system, put("/api/accounts/" + fresh + "/id-no"), number).andExpect(status().isNoContent());

        assertThat(accounts.find(fresh).orElseThrow().registeredIdNo()).isEqualTo(number.get("idNo"));
        assertThat(http.perform(get("/api/accounts").param("q", fresh).with(as(audit)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(number.get("idNo"));
    }

    @Test
    void nobodyIsTwoOfTheThree() throws Exception {
        opened();

        give(fresh, "SYSTEM_ADMIN", "AUDITOR")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("roles-unfit"));
        give(fresh, "AUDITOR", "OPERATOR").andExpect(status().isUnprocessableEntity());
        assertThatThrownBy(() ->
                        new People(sql).post(fresh, Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN), null, "430000"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> sql.sql("update account set roles = '{SYSTEM_ADMIN}' where username = ?")
                        .param(fresh)
                        .update())
                .as("roles of officers lie in their posts")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobodyIsAnAdministratorInOnePostAndSomethingElseInAnother() throws Exception {
        opened();
        give(fresh, "AUDITOR").andExpect(status().isCreated());

        give(fresh, "SECURITY_ADMIN").andExpect(jsonPath("$.code").value("roles-unfit"));
        give(fresh, "CLERK").andExpect(jsonPath("$.code").value("roles-unfit"));
        var people = new People(sql);
        for (var role : List.of(Role.SYSTEM_ADMIN, Role.AUDITOR, Role.CLERK)) {
            assertThatThrownBy(() -> people.post(fresh, Set.of(role), null, "430000"))
                    .as("the database too: " + role)
                    .hasMessageContaining("administrators_hold_no_other_post");
        }
        var clerk = people.officer(Role.CLERK, null, "430102").username();
        people.post(clerk, Set.of(Role.HEAD), "health", "430200");
        give(clerk, "AUDITOR").andExpect(jsonPath("$.code").value("roles-unfit"));
        assertThatThrownBy(() -> people.post(clerk, Set.of(Role.AUDITOR), null, "430000"))
                .hasMessageContaining("administrators_hold_no_other_post");
    }

    @Test
    void aPostHasAPlaceThatThereIsAndAPeriodThatIsNotOver() throws Exception {
        opened();
        give(fresh, "APPROVER")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("department"));
        var wanted =
                Map.of("roles", List.of("HEAD"), "department", "health", "region", "430200", "until", "2020-01-01");
        send(security, post("/api/accounts/" + fresh + "/posts"), wanted)
                .andExpect(jsonPath("$.field").value("until"));
        send(security, post("/api/accounts/" + fresh + "/posts"), Map.of("roles", List.of("CLERK"), "region", "999999"))
                .andExpect(jsonPath("$.field").value("region"));
        give(fresh, "CLERK").andExpect(status().isCreated());
        give(fresh, "CLERK").andExpect(jsonPath("$.code").value("post-there"));

        http.perform(get("/api/accounts").param("q", fresh).with(as(security)))
                .andExpect(jsonPath("$[0].posts.length()").value(1))
                .andExpect(jsonPath("$[0].posts[0].regionName").value("长沙市"));
    }

    @Test
    void nobodyChangesTheOwnAccount() throws Exception {
        give(security.username(), "ANALYST").andExpect(jsonPath("$.code").value("own-account"));
        send(security, delete("/api/accounts/" + security.username() + "/posts/1"), Map.of())
                .andExpect(jsonPath("$.code").value("own-account"));
    }

    @Test
    void aNewInstallationHasItsThree() {
        assertThat(sql.sql(
                                "select count(*) from account where (username like 'admin.%' or username = 'auditor') and password_temporary")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private ResultActions give(String username, String... roles) throws Exception {
        return send(
                security,
                post("/api/accounts/" + username + "/posts"),
                Map.of("roles", List.of(roles), "region", "430100"));
    }

    private String opened() throws Exception {
        var answer = send(system, post("/api/accounts"), officer(fresh))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        return json.readTree(answer.getContentAsByteArray()).path("password").asText();
    }

    private static Map<String, String> officer(String username) {
        return Map.of(
                "username", username, "name", "新来的", "idNo", People.idNo("43010219880808", 8), "region", "430100");
    }

    private ResultActions send(Account who, MockHttpServletRequestBuilder request, Object body) throws Exception {
        return http.perform(
                request.with(as(who)).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }
}
