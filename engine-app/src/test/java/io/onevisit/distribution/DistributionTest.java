package io.onevisit.distribution;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.Cases;
import io.onevisit.cases.RuleRecords;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An accepted case finds its unit by rule, says why, and can be corrected once by one person at a time. */
@PlatformTest
class DistributionTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    ExternalTaskService external;

    @Autowired
    TaskService engineTasks;

    @Autowired
    Jobs jobs;

    @Autowired
    Cases cases;

    @Autowired
    RuleRecords rules;

    @Autowired
    Accounts accounts;

    @Autowired
    Distributions distributions;

    private People people;
    private WorkerHands workers;
    private Account supervisor;

    @BeforeEach
    void aSupervisor() {
        people = new People(sql);
        workers = new WorkerHands(external, jobs);
        supervisor = people.officer(Role.SUPERVISOR, null, "430000");
    }

    @Test
    void theRuleSaysWhereACaseGoesAndWhyAndTheOfficerReadsIt() throws Exception {
        var caseNo = waiting(parent());

        var given = distributions.current(caseNo).orElseThrow();
        assertThat(given.mode()).isEqualTo("BY_RULE");
        assertThat(given.groupName()).isEqualTo("dept-health");
        assertThat(given.region()).isEqualTo("430102");
        assertThat(given.reason()).isNotBlank();
        assertThat(given.rule()).isNotBlank();
        assertThat(given.decisionVersion()).isPositive();
        assertThat(rules.of(caseNo)).anyMatch(fired -> fired.decision().equals("case-distribution"));
        var officer = people.officer(Role.APPROVER, "health", "430102");
        web.perform(get("/api/tasks/" + taskOf(officer, caseNo)).with(as(officer)))
                .andExpect(jsonPath("$.distribution.reason").value(given.reason()))
                .andExpect(jsonPath("$.distribution.unit").value("芙蓉区卫生健康委员会"));
    }

    @Test
    void whoDealtWithAPersonFirstGetsTheirNextCase() throws Exception {
        var parent = parent();
        var officer = people.officer(Role.APPROVER, "health", "430102");
        var first = waiting(parent);
        decide(officer, taskOf(officer, first));

        var second = waiting(parent);

        var given = distributions.current(second).orElseThrow();
        assertThat(given.officer()).isEqualTo(officer.username());
        assertThat(given.reason()).contains("首接负责");
        assertThat(assignee(second)).isEqualTo(officer.username());
    }

    @Test
    void whoHoldsTheUnitsPostBesideAnotherIsFoundInEither() throws Exception {
        var parent = parent();
        var officer = people.officer(Role.HEAD, "police", "430200");
        people.post(officer.username(), Set.of(Role.APPROVER), "health", "430111");
        var here = people.post(officer.username(), Set.of(Role.APPROVER), "health", "430102");
        var acting = accounts.inEachPost(officer.username()).get(2);
        var first = waiting(parent);
        correct(supervisor, first, 1, "430111", officer.username(), "申请人户籍在雨花区，由雨花区办理")
                .andExpect(status().isOk());

        var second = waiting(parent);
        decide(acting, taskOf(acting, second));
        assertThat(distributions.current(waiting(parent)).orElseThrow().officer())
                .as("responsible in the post of this unit, though another was theirs first")
                .isEqualTo(officer.username());

        sql.sql("update post set taken_at = now(), taken_by = 'test' where id = ?")
                .param(here)
                .update();
        assertThat(distributions.current(waiting(parent)).orElseThrow().officer())
                .as("the post was taken away")
                .isNull();
    }

    @Test
    void whoLeftIsNotResponsibleAnyMore() throws Exception {
        var parent = parent();
        var officer = people.officer(Role.APPROVER, "health", "430102");
        var first = waiting(parent);
        decide(officer, taskOf(officer, first));
        sql.sql("update account set enabled = false where username = ?")
                .param(officer.username())
                .update();

        assertThat(distributions.current(waiting(parent)).orElseThrow().officer())
                .isNull();
    }

    @Test
    void aSupervisorMovesACaseWithItsOpenTasks() throws Exception {
        var caseNo = waiting(parent());
        var there = people.officer(Role.APPROVER, "health", "430111");
        var here = people.officer(Role.APPROVER, "health", "430102");
        web.perform(post("/api/tasks/" + taskOf(here, caseNo) + "/claim").with(as(here)))
                .andExpect(status().isNoContent());

        correct(supervisor, caseNo, 1, "430111", there.username(), "申请人户籍在雨花区，由雨花区办理")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.history[0].mode").value("BY_HAND"))
                .andExpect(jsonPath("$.history[0].unit").value("雨花区卫生健康委员会"))
                .andExpect(jsonPath("$.history[1].mode").value("BY_RULE"));

        assertThat(taskOf(here, caseNo)).isNull();
        assertThat(taskOf(there, caseNo)).isNotNull();
        assertThat(assignee(caseNo)).isEqualTo(there.username());
        assertThat(cases.journal(caseNo))
                .anyMatch(entry -> entry.what().equals("改派承办单位")
                        && entry.detail().contains("雨花区")
                        && entry.who().equals(supervisor.name()));
        assertThat(engineTasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNo)
                        .taskCandidateGroup("dept-health")
                        .count())
                .isEqualTo(1);
        decide(there, taskOf(there, caseNo));
    }

    @Test
    void aCorrectionNeedsAReasonAPlaceAndTheRight() throws Exception {
        var caseNo = waiting(parent());
        people.officer(Role.APPROVER, "health", "430111");
        people.officer(Role.APPROVER, "health", "430200");

        correct(supervisor, caseNo, 1, "430200", null, "其他市的单位不能选")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("unit-unknown"));
        correct(supervisor, caseNo, 1, "430111", null, "换").andExpect(status().isUnprocessableEntity());
        correct(supervisor, caseNo, 1, "439999", null, "没有这样的单位").andExpect(status().isUnprocessableEntity());
        correct(supervisor, caseNo, 1, "430111", "nobody", "没有这样的人员").andExpect(status().isUnprocessableEntity());
        correct(supervisor, caseNo, 1, "430102", null, "改派给同一个单位").andExpect(status().isUnprocessableEntity());
        correct(people.officer(Role.OPERATOR, null, "430000"), caseNo, 1, "430111", null, "运维人员不能改派")
                .andExpect(status().isForbidden());
        correct(people.officer(Role.APPROVER, "health", "430102"), caseNo, 1, "430111", null, "承办人员不能改派")
                .andExpect(status().isForbidden());
        correct(people.officer(Role.SUPERVISOR, null, "430200"), caseNo, 1, "430111", null, "其他市的办件看不到")
                .andExpect(status().isNotFound());
        correct(people.officer(Role.HEAD, "police", "430100"), caseNo, 1, "430111", null, "其他部门的办件看不到")
                .andExpect(status().isNotFound());
        assertThat(distributions.of(caseNo)).hasSize(1);
    }

    @Test
    void twoCorrectionsAtOnceAreOneAndTheOtherIsTold() throws Exception {
        var caseNo = waiting(parent());
        people.officer(Role.APPROVER, "health", "430111");
        people.officer(Role.APPROVER, "health", "430104");
        Callable<Integer> one = () -> code(correct(supervisor, caseNo, 1, "430111", null, "两人同时改派之一"));
        Callable<Integer> other = () ->
                code(correct(people.officer(Role.HEAD, "health", "430100"), caseNo, 1, "430104", null, "两人同时改派之二"));

        var hands = Executors.newFixedThreadPool(2);
        try {
            var answers = hands.invokeAll(List.of(one, other)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 409);
        } finally {
            hands.shutdown();
        }
        assertThat(distributions.of(caseNo)).hasSize(2);
    }

    @Test
    void aDecidedCaseStaysWhereItIs() throws Exception {
        var officer = people.officer(Role.APPROVER, "health", "430102");
        people.officer(Role.APPROVER, "health", "430111");
        var caseNo = waiting(parent());
        decide(officer, taskOf(officer, caseNo));
        workers.goOn(caseNo);

        correct(supervisor, caseNo, 1, "430111", null, "已经办结的不能改派")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("case-decided"));
    }

    @Test
    void aCaseHandledByADepartmentsSystemWasNeverDistributed() throws Exception {
        var parent = parent();
        var receipt = parent.submitted(List.of("birthRegistration"));
        workers.goOn(receipt.path("applicationNo").asText());
        var caseNo = receipt.at("/cases/0/caseNo").asText();
        workers.goOn(caseNo);

        correct(supervisor, caseNo, 1, "430111", null, "部门业务系统办理的")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("not-distributed"));
    }

    @Test
    void theShareWithoutAPersonCountsCorrectionsOutAndShowsTheListBehind() throws Exception {
        var before = share();
        people.officer(Role.APPROVER, "health", "430111");
        var kept = waiting(parent());
        var moved = waiting(parent());
        correct(supervisor, moved, 1, "430111", null, "改派的不算自动分发").andExpect(status().isOk());

        var after = share();

        assertThat(after.path("total").asInt() - before.path("total").asInt()).isEqualTo(2);
        assertThat(after.path("byRule").asInt() - before.path("byRule").asInt()).isEqualTo(1);
        assertThat(listed("corrected=true")).contains(moved).doesNotContain(kept);
        assertThat(listed("corrected=false")).contains(kept).doesNotContain(moved);
        for (var from : List.of("1899-12-31", "+999999999-12-31")) {
            web.perform(get("/api/distribution/share").param("from", from).with(as(supervisor)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.detail").value("日期应在 1900 年至 2200 年之间。"));
        }
        web.perform(get("/api/distribution/share?from=2026-01-02&to=2026-01-01").with(as(supervisor)))
                .andExpect(status().isUnprocessableEntity());
    }

    private Applying parent() {
        return new Applying(web, json, people.citizen());
    }

    /** A fertility registration, which people review, waiting for its officer. */
    private String waiting(Applying parent) throws Exception {
        var receipt = parent.submitted(List.of("fertilityRegistration"));
        var application = receipt.path("applicationNo").asText();
        workers.goOn(application);
        var caseNo = cases.ofApplication(application).stream()
                .filter(file -> file.itemVariable().equals("fertilityRegistration"))
                .findFirst()
                .orElseThrow()
                .caseNo();
        workers.goOn(caseNo);
        return caseNo;
    }

    private String taskOf(Account officer, String caseNo) throws Exception {
        for (var row : node(web.perform(get("/api/tasks?q=" + caseNo).with(as(officer))))
                .path("items")) {
            return row.path("id").asText();
        }
        return null;
    }

    private String assignee(String caseNo) {
        return sql.sql("select assignee from work_item where case_no = ? and ended_at is null")
                .param(caseNo)
                .query(String.class)
                .single();
    }

    private void decide(Account officer, String task) throws Exception {
        web.perform(post("/api/tasks/" + task + "/completion")
                        .with(as(officer))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("outcome", "grant"))))
                .andExpect(status().isNoContent());
    }

    private ResultActions correct(
            Account person, String caseNo, int number, String region, String officer, String reason) throws Exception {
        var body = new java.util.HashMap<String, Object>(Map.of("number", number, "region", region, "reason", reason));
        body.put("officer", officer);
        return web.perform(post("/api/distribution/cases/" + caseNo + "/correction")
                .with(as(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private JsonNode share() throws Exception {
        for (var row : node(web.perform(get("/api/distribution/share").with(as(supervisor))))
                .path("rows")) {
            if (row.path("department").asText().equals("health")) {
                return row;
            }
        }
        return json.createObjectNode();
    }

    private List<String> listed(String filter) throws Exception {
        return node(web.perform(get("/api/distribution/cases?department=health&size=100&" + filter)
                        .with(as(supervisor))))
                .path("items")
                .findValuesAsText("caseNo");
    }

    private static int code(ResultActions answer) {
        return answer.andReturn().getResponse().getStatus();
    }

    private JsonNode node(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
