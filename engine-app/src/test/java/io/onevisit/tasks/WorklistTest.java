package io.onevisit.tasks;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Officers see the tasks of their post and region, decide with a reason, and never the same task twice. */
@PlatformTest
class WorklistTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Autowired
    Cases cases;

    private People people;
    private WorkerHands workers;
    private Applying parent;
    private String caseNo;
    private String applicationNo;
    private String fullNo;

    @BeforeEach
    void aFertilityRegistrationWaitsForReview() throws Exception {
        people = new People(sql);
        workers = new WorkerHands(external, jobs);
        parent = new Applying(web, json, people.citizen());
        var receipt = parent.submitted(List.of("fertilityRegistration"));
        applicationNo = receipt.path("applicationNo").asText();
        fullNo = receipt.path("fullNo").asText();
        caseNo = cases.ofApplication(applicationNo).stream()
                .filter(file -> file.itemVariable().equals("fertilityRegistration"))
                .findFirst()
                .orElseThrow()
                .caseNo();
        workers.goOn(applicationNo);
        workers.goOn(caseNo);
    }

    @Test
    void theTaskIsOnTheListOfTheDepartmentOnly() throws Exception {
        assertThat(taskOf(people.officer(Role.APPROVER, "health", "430102"))).isNotNull();
        assertThat(taskOf(people.officer(Role.APPROVER, "police", "430102"))).isNull();
        assertThat(taskOf(people.officer(Role.CLERK, null, "430102"))).isNull();
    }

    @Test
    void theWholeNumberOfAReceiptFindsItsTask() throws Exception {
        assertThat(fullNo).contains("-");

        web.perform(get("/api/tasks").param("q", fullNo).with(as(people.officer(Role.APPROVER, "health", "430102"))))
                .andExpect(jsonPath("$.items[0].caseNo").value(caseNo));
    }

    @Test
    void aCitySeesItsCountiesAndNobodyElse() throws Exception {
        assertThat(taskOf(people.officer(Role.APPROVER, "health", "430100"))).isNotNull();
        assertThat(taskOf(people.officer(Role.APPROVER, "health", "430000"))).isNotNull();
        assertThat(taskOf(people.officer(Role.APPROVER, "health", "430200"))).isNull();
        assertThat(taskOf(people.officer(Role.APPROVER, "health", "430103"))).isNull();
    }

    @Test
    void thePageShowsTheQuestionAndTheEvidence() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");

        web.perform(get("/api/tasks/" + taskOf(officer)).with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.form.id").value("department-review"))
                .andExpect(jsonPath("$.applicantName").value(org.hamcrest.Matchers.containsString("*")))
                .andExpect(jsonPath("$.answers[?(@.key=='motherName')]").isNotEmpty())
                .andExpect(jsonPath("$.answers[?(@.key=='bankAccount')]").isEmpty())
                .andExpect(jsonPath("$.materials").isNotEmpty())
                .andExpect(jsonPath("$.clock.light").value("BLUE"));
    }

    @Test
    void aGrantedCaseIsClosed() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");

        decide(officer, taskOf(people.officer(Role.APPROVER, "health", "430102")), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
        workers.goOn(caseNo);

        assertThat(cases.get(caseNo).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(cases.get(caseNo).decidedBy()).isEqualTo(officer.name());
    }

    @Test
    void aRefusalNeedsItsReasons() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");
        var task = taskOf(officer);

        decide(officer, task, Map.of("outcome", "deny"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("opinion"));
        decide(officer, task, Map.of("outcome", "deny", "opinion", "不符合登记条件")).andExpect(status().isNoContent());
        workers.goOn(caseNo);

        assertThat(cases.get(caseNo).decisionReason()).isEqualTo("不符合登记条件");
        assertThat(cases.get(caseNo).result().name()).isEqualTo("DENIED");
    }

    @Test
    void anAnswerThatTheFormDoesNotOfferIsRefused() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");

        decide(officer, taskOf(officer), Map.of("outcome", "${x}")).andExpect(status().isUnprocessableEntity());

        assertThat(taskOf(officer)).isNotNull();
    }

    @Test
    void theSecondOfficerLearnsWhoWasFaster() throws Exception {
        var first = people.officer(Role.APPROVER, "health", "430102");
        var second = people.officer(Role.APPROVER, "health", "430102");
        var task = taskOf(first);

        web.perform(post("/api/tasks/" + task + "/claim").with(as(first))).andExpect(status().isNoContent());
        decide(second, task, Map.of("outcome", "grant"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-taken"))
                .andExpect(jsonPath("$.assignee").value(first.name()));
        decide(first, task, Map.of("outcome", "grant")).andExpect(status().isNoContent());
        decide(second, task, Map.of("outcome", "grant"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("task-ended"))
                .andExpect(jsonPath("$.endedBy").value(first.name()));
    }

    @Test
    void aSpecialProcedureStopsTheClockAndItsEndStartsItAgain() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");
        var before = cases.get(caseNo).yellowAt();

        var asked = new HashMap<String, Object>(
                Map.of("outcome", "special-procedure", "kind", "听证", "opinion", "双方说法不一", "days", 5));
        decide(officer, taskOf(officer), asked)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("special-kind"));
        asked.put("kind", "调查核实");
        decide(officer, taskOf(officer), asked).andExpect(status().isNoContent());
        workers.goOn(caseNo);
        assertThat(cases.get(caseNo).state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(cases.get(caseNo).yellowAt()).isAfter(before);

        decide(officer, taskOf(officer), Map.of("outcome", "end")).andExpect(status().isNoContent());
        jobs.runReady(caseNo);
        assertThat(cases.get(caseNo).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(taskOf(officer)).isNotNull();
    }

    @Test
    void aSupplementIsAnsweredWithWhatWasHandedInAfterIt() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");
        decide(
                        officer,
                        taskOf(officer),
                        Map.of("outcome", "supplement", "opinion", "请补交母亲身份证", "materials", List.of("mother-id")))
                .andExpect(status().isNoContent());
        workers.goOn(caseNo);
        var asked = parent.read("/api/applications/" + applicationNo)
                .path("supplements")
                .path(0);
        var answer = Map.of("taskId", asked.path("taskId").asText());
        var path = "/api/applications/" + applicationNo + "/supplement";

        parent.ask(post(path), answer)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("supplement-incomplete"));
        parent.handIn(applicationNo, "mother-id");
        parent.ask(post(path), answer).andExpect(status().isNoContent());
        parent.ask(post(path), answer).andExpect(status().isConflict());
        workers.goOn(caseNo);

        assertThat(cases.get(caseNo).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(taskOf(officer)).isNotNull();
    }

    @Test
    void anAcceptedCaseGoesOnWhenASupplementLapses() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");
        decide(officer, taskOf(officer), Map.of("outcome", "supplement", "opinion", "请补交母亲身份证"))
                .andExpect(status().isNoContent());
        workers.goOn(caseNo);
        assertThat(cases.get(caseNo).state()).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);

        jobs.run(caseNo, "supplementDue");
        workers.goOn(caseNo);

        assertThat(cases.get(caseNo).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(taskOf(officer)).isNotNull();
    }

    @Test
    void whatHappenedIsNeverRewritten() {
        assertThatThrownBy(() -> sql.sql("update journal set what = '改' where no = ?")
                        .param(caseNo)
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql.sql("delete from journal where no = ?")
                        .param(caseNo)
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void onlyWhatIsAskedForIsReplaced() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");
        decide(
                        officer,
                        taskOf(officer),
                        Map.of("outcome", "supplement", "opinion", "请补交母亲身份证", "materials", List.of("mother-id")))
                .andExpect(status().isNoContent());
        workers.goOn(caseNo);

        assertThat(parent.handIn(applicationNo, "father-id").path("code").asText())
                .isEqualTo("material-not-asked");
        assertThat(parent.handIn(applicationNo, "mother-id").path("id").asText())
                .isNotBlank();
    }

    @Test
    void anOfficerWhoIsTheApplicantUnderAnotherNameDecidesNothing() throws Exception {
        var twice = new Account(
                "another.name",
                "兼",
                java.util.Set.of(Role.APPROVER),
                "health",
                "430102",
                parent.person().idNo(),
                null);

        decide(twice, taskOf(people.officer(Role.APPROVER, "health", "430102")), Map.of("outcome", "grant"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("own-case"));
    }

    @Test
    void nobodyDecidesTheirOwnCase() throws Exception {
        var both = new Account(
                parent.person().username(), "兼", java.util.Set.of(Role.APPROVER), "health", "430102", null, null);

        decide(both, taskOf(people.officer(Role.APPROVER, "health", "430102")), Map.of("outcome", "grant"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("own-case"));
    }

    @Test
    void onlyOfficersReachTheTasklist() throws Exception {
        web.perform(get("/api/tasks").with(as(parent.person()))).andExpect(status().isForbidden());
        web.perform(get("/api/tasks")).andExpect(status().isUnauthorized());
    }

    private String taskOf(Account officer) throws Exception {
        var answer = web.perform(get("/api/tasks?size=100&q=" + caseNo).with(as(officer)));
        var page = parent.node(answer);
        return page.path("items").isEmpty() ? null : page.at("/items/0/id").asText();
    }

    private ResultActions decide(Account officer, String task, Map<String, Object> answers) throws Exception {
        return web.perform(post("/api/tasks/" + task + "/completion")
                .with(as(officer))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(answers)));
    }
}
