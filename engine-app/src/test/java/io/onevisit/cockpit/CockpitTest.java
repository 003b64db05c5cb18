package io.onevisit.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.FullNumbers;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Supervisors see every case of their region in the light it has now, and nothing of another region. */
@PlatformTest
class CockpitTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    FullNumbers fullNumbers;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    private Account supervisor;
    private Account elsewhere;
    private CaseFile file;

    @BeforeEach
    void aCaseIsUnderReview() {
        var people = new People(sql);
        supervisor = people.officer(Role.SUPERVISOR, null, "430100");
        elsewhere = people.officer(Role.SUPERVISOR, null, "430200");
        file = new Filing(applications, cases, clocks, time).underReview("cockpit-department", Map.of());
    }

    @AfterEach
    void timeGoesOn() {
        time.reset();
    }

    @Test
    void aCaseChangesItsLightAsTimePasses() throws Exception {
        assertThat(row("").path("light").asText()).isEqualTo("NONE");

        time.setTo(file.yellowAt().plusSeconds(1));

        assertThat(row("").path("light").asText()).isEqualTo("YELLOW");
        assertThat(row("").path("remainingDays").asInt()).isNotPositive();
        assertThat(row("&light=RED")).isNull();
        assertThat(department(supervisor).path("yellow").asInt()).isPositive();
        assertThat(department(elsewhere).isMissingNode()).isTrue();
    }

    @Test
    void eachLightIsFoundByItsOwnFilterOnly() throws Exception {
        for (var expected : Map.of(
                        "NONE", file.blueAt().minusSeconds(1),
                        "BLUE", file.blueAt().plusSeconds(1),
                        "YELLOW", file.yellowAt().plusSeconds(1),
                        "RED", file.redAt().plusSeconds(1))
                .entrySet()) {
            time.setTo(expected.getValue());
            for (var light : List.of("NONE", "BLUE", "YELLOW", "RED")) {
                assertThat(row("&light=" + light) != null)
                        .as("%s at an instant of %s", light, expected.getKey())
                        .isEqualTo(light.equals(expected.getKey()));
            }
        }
    }

    @Test
    void openCasesComeBeforeEndedOnesAndPagesGoOnFromOneToTheOther() throws Exception {
        var department = "cockpit-" + file.caseNo();
        var filing = new Filing(applications, cases, clocks, time);
        var open = filing.underReview(department, Map.of()).caseNo();
        var ended = filing.underReview(department, Map.of()).caseNo();
        sql.sql("update case_file set state = 'CLOSED', closed_at = now() where case_no = ?")
                .param(ended)
                .update();

        var list = "/api/cockpit/cases?size=1&department=" + department;
        assertThat(answer(supervisor, list).path("total").asInt()).isEqualTo(2);
        assertThat(answer(supervisor, list).at("/items/0/caseNo").asText()).isEqualTo(open);
        assertThat(answer(supervisor, list + "&page=1").at("/items/0/caseNo").asText())
                .isEqualTo(ended);
        assertThat(answer(supervisor, list + "&state=ENDED").path("total").asInt())
                .isEqualTo(1);
        assertThat(answer(supervisor, list + "&state=UNDER_REVIEW")
                        .at("/items/0/caseNo")
                        .asText())
                .isEqualTo(open);
    }

    @Test
    void oneCaseIsShownWithItsClockItsLanesAndWhatHappened() throws Exception {
        var page = answer(supervisor, "/api/cockpit/cases/" + file.caseNo());

        assertThat(page.path("applicationNo").asText()).isEqualTo(file.applicationNo());
        assertThat(page.path("stateLabel").asText()).isEqualTo("审查中");
        assertThat(page.path("clock").path("yellowAt").asText())
                .isEqualTo(file.yellowAt().toString());
        assertThat(page.path("lanes")
                        .path(0)
                        .path("cases")
                        .path(0)
                        .path("caseNo")
                        .asText())
                .isEqualTo(file.caseNo());
        assertThat(page.path("timeline").findValuesAsText("who"))
                .contains("申请人")
                .doesNotContain("测试人");
    }

    @Test
    void whoseItIsIsToldWithAReasonThatStandsInTheJournal() throws Exception {
        var path = "/api/cockpit/cases/" + file.caseNo();
        assertThat(answer(supervisor, path).path("applicantName").asText()).isEqualTo("测**");

        reveal(supervisor, " ").andExpect(status().isUnprocessableEntity());
        reveal(elsewhere, "核对").andExpect(status().isNotFound());
        reveal(new People(sql).officer(Role.OPERATOR, null, "430100"), "核对").andExpect(status().isForbidden());
        reveal(supervisor, "群众来信反映超期，需与本人联系")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("测试人"))
                .andExpect(jsonPath("$.idNo").value(Filing.ID_NO));

        assertThat(sql.sql("select who || '：' || detail from journal where no = ? and what = '查看申请人信息'")
                        .param(file.caseNo())
                        .query(String.class)
                        .list())
                .containsExactly(supervisor.name() + "：群众来信反映超期，需与本人联系");
        assertThat(sql.sql("select purpose from audit_entry where verb = 'REVEAL' and number = ? and result = 'DONE'")
                        .param(file.caseNo())
                        .query(String.class)
                        .list())
                .containsExactly("群众来信反映超期，需与本人联系");
        assertThat(answer(supervisor, path).toString()).doesNotContain("测试人", Filing.ID_NO);
    }

    private ResultActions reveal(Account who, String reason) throws Exception {
        return web.perform(post("/api/cockpit/cases/" + file.caseNo() + "/reveal")
                .with(People.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("reason", reason))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/instances"})
    void whatIsOfAnotherRegionLooksLikeWhatIsNotThere(String rest) throws Exception {
        var unknown = problem(elsewhere, "/api/cockpit/cases/4301002026112300000000" + rest);
        var foreign = problem(elsewhere, "/api/cockpit/cases/" + file.caseNo() + rest);

        assertThat(foreign.path("code")).isEqualTo(unknown.path("code"));
        assertThat(foreign.path("status").asInt()).isEqualTo(404);
    }

    @Test
    void anIncidentIsRetriedByWhoWatchesItsRegionOnly() throws Exception {
        web.perform(post("/api/cockpit/incidents/no-such/retry").with(People.as(supervisor)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITIZEN", "CLERK", "APPROVER", "ANALYST"})
    void theCockpitIsForSupervisorsAndOperators(Role role) throws Exception {
        var somebody = new People(sql).officer(role, null, "430100");

        web.perform(get("/api/cockpit/summary").with(People.as(somebody))).andExpect(status().isForbidden());
        web.perform(post("/api/cockpit/incidents/1/retry").with(People.as(somebody)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCaseIsFoundByTheFullNumberOfItsReceiptAndNotByAMistypedOne() throws Exception {
        var full = fullNumbers.of(file.caseNo(), file.itemCode());
        assertThat(answer(supervisor, "/api/cockpit/cases?q=" + full + " ").path("items"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("caseNo").asText()).isEqualTo(file.caseNo()));

        var last = full.charAt(full.length() - 1) == '7' ? '8' : '7';
        var mistyped = full.substring(0, full.length() - 1) + last;
        assertThat(answer(supervisor, "/api/cockpit/cases?q=" + mistyped).path("items"))
                .isEmpty();
    }

    @Test
    void theListsAnswer() throws Exception {
        assertThat(answer(supervisor, "/api/cards").path("items").isArray()).isTrue();
        assertThat(answer(supervisor, "/api/cockpit/handoffs").isArray()).isTrue();
        assertThat(answer(supervisor, "/api/cockpit/incidents").isArray()).isTrue();
    }

    @Test
    void whatADepartmentIsToldBearsItsOwnName() throws Exception {
        var told = Map.of("APPLY", "推送办件", "SUPPLEMENT", "补正材料", "ENDED", "告知办件终止");
        told.keySet().forEach(kind -> sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (month_of(:no), :key, :no, 'health', :kind, 9, '', '', 'SENT', :now, :now)""")
                .param("key", file.caseNo() + ":" + kind + ":9")
                .param("no", file.caseNo())
                .param("kind", kind)
                .param("now", Timestamp.from(time.instant()))
                .update());

        var lines = answer(supervisor, "/api/cockpit/handoffs");
        sql.sql("delete from handoff_message where case_no = ? and sequence = 9")
                .param(file.caseNo())
                .update();

        told.forEach((kind, label) -> assertThat(lines)
                .filteredOn(line -> line.path("messageKey").asText().equals(file.caseNo() + ":" + kind + ":9"))
                .extracting(line -> line.path("kindLabel").asText())
                .containsExactly(label));
    }

    private JsonNode row(String filter) throws Exception {
        return answer(supervisor, "/api/cockpit/cases?state=OPEN&q=" + file.caseNo() + filter)
                .path("items")
                .get(0);
    }

    private JsonNode department(Account who) throws Exception {
        for (var row : answer(who, "/api/cockpit/summary").path("byDepartment")) {
            if (row.path("department").asText().equals("cockpit-department")) {
                return row;
            }
        }
        return json.missingNode();
    }

    private JsonNode answer(Account who, String path) throws Exception {
        return json.readTree(web.perform(get(path).with(People.as(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private JsonNode problem(Account who, String path) throws Exception {
        return json.readTree(web.perform(get(path).with(People.as(who)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }
}
