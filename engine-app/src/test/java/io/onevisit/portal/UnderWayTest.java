package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.deadlines.Clocks;
import io.onevisit.distribution.Distributions;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes of drafts and cases under way when an item is withdrawn or a county abolished, and down to which level one may apply. */
@PlatformTest
class UnderWayTest {

    /** 新化县, abolished for a while by a test. */
    private static final String COUNTY = "431322";

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    ItemSheet sheets;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Distributions distributions;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    private Applying citizen;
    private People people;

    @BeforeEach
    void aCitizen() {
        citizen = office.parent();
        people = new People(sql);
    }

    @AfterEach
    void theCountyAndThePresentAreBack() {
        clock.reset();
        sql.sql("update region set effective_to = null, successor = null where code = ?")
                .param(COUNTY)
                .update();
    }

    @Test
    void aCaseOutlivesItsWithdrawnEditionAndNobodyAppliesForItAnew() throws Exception {
        item("TEST-WAY-1");
        var draft = draft("TEST-WAY-1", "430102");
        var file = applied("TEST-WAY-1", "430102");
        office.goOn(file);
        var officer = office.officer(Role.APPROVER, "health");
        var due = clocks.face(file.caseNo(), clock.instant()).promisedDueAt();

        withdraw("TEST-WAY-1", 1);

        citizen.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("事项“测试事项TEST-WAY-1”已撤回：机构改革"));
        citizen.ask(post("/api/drafts"), Map.of("item", "TEST-WAY-1", "region", "430102"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("item-withdrawn"));
        assertThat(clocks.face(file.caseNo(), clock.instant()).promisedDueAt()).isEqualTo(due);
        var task = office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()));
        assertThat(task.path("itemName").asText()).isEqualTo("测试事项TEST-WAY-1");
        office.answer(officer, task.path("id").asText(), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(cases.get(file.caseNo()).itemEdition()).isEqualTo(1);
    }

    @Test
    void aDraftOfACountyThatIsAbolishedNamesTheSuccessorAndItsCasesGoThere() throws Exception {
        item("TEST-WAY-2");
        var draft = draft("TEST-WAY-2", COUNTY);
        var file = applied("TEST-WAY-2", COUNTY);
        sql.sql("update region set effective_to = '2026-01-01', successor = '431321' where code = ?")
                .param(COUNTY)
                .update();

        citizen.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.successor").value("431321"))
                .andExpect(jsonPath("$.detail").value("“新化县”（431322）已撤销，请选择“双峰县”（431321）。已经受理的办件不受影响。"));
        office.goOn(file);
        assertThat(cases.get(file.caseNo()).region()).as("keeps its code").isEqualTo(COUNTY);
        assertThat(file.caseNo()).startsWith(COUNTY);
        assertThat(distributions.current(file.caseNo()).orElseThrow().region()).isEqualTo("431321");
        var successor = people.officer(Role.APPROVER, "health", "431321");
        assertThat(office.task(successor, file.caseNo()))
                .as("an officer of the successor sees it")
                .isNotNull();
    }

    @Test
    void whatAVillagerAppliesForIsHandledByTheCountysUnit() throws Exception {
        item("TEST-WAY-3");
        var file = applied("TEST-WAY-3", "430102001001");
        office.goOn(file);

        assertThat(cases.get(file.caseNo()).region()).isEqualTo("430102001001");
        assertThat(file.caseNo()).startsWith("430102");
        assertThat(distributions.current(file.caseNo()).orElseThrow().region()).isEqualTo("430102");
        var officer = office.officer(Role.APPROVER, "health");
        var task = office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()));
        assertThat(task.at("/distribution/unit").asText()).isEqualTo("芙蓉区卫生健康委员会");
        assertThat(task.at("/distribution/facts/0").asText()).isEqualTo("不通办事项");
        var township = people.officer(Role.APPROVER, "health", "430104100000");
        assertThat(office.task(township, file.caseNo()))
                .as("a township whose code ends in five zeros is no province")
                .isNull();
    }

    @Test
    void inAYearWithoutACalendarNothingIsSubmittedAndTheDraftStays() throws Exception {
        item("TEST-WAY-4");
        var draft = draft("TEST-WAY-4", "430102");
        clock.setTo(Instant.parse("2031-03-03T02:00:00Z"));

        citizen.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("calendar-missing"))
                .andExpect(jsonPath("$.detail").value("没有 2031 年的工作日历（现有 2024—2028 年），请先发布该年度的放假安排。"));
        clock.reset();
        assertThat(citizen.read("/api/applications")).isEmpty();
        citizen.submit(draft, UUID.randomUUID().toString()).andExpect(status().isCreated());
    }

    private String draft(String code, String region) throws Exception {
        var draft = citizen.node(citizen.ask(post("/api/drafts"), Map.of("item", code, "region", region)))
                .path("id")
                .asText();
        var answers = new HashMap<String, Object>(Map.of("matter", "申请办理"));
        citizen.ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", List.of(), "revision", 1));
        return draft;
    }

    private CaseFile applied(String code, String region) throws Exception {
        var receipt = citizen.node(
                citizen.submit(draft(code, region), UUID.randomUUID().toString())
                        .andExpect(status().isCreated()));
        return cases.get(receipt.at("/cases/0/caseNo").asText());
    }

    private void withdraw(String code, int edition) throws Exception {
        web.perform(post("/api/studio/catalogue/items/" + code + "/editions/" + edition + "/status")
                        .with(as(people.officer(Role.ANALYST, null, "430000")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"status\": \"WITHDRAWN\", \"reason\": \"机构改革\"}"))
                .andExpect(status().isOk());
    }

    private void item(String code) {
        sheets.load(
                """
                items:
                  - {code: %s, name: 测试事项%s, department: health, itemType: '20', promised: 3, statutory: 5}
                """
                        .formatted(code, code)
                        .getBytes(StandardCharsets.UTF_8),
                "430000");
    }
}
