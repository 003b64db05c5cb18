package io.onevisit.cockpit;

import static io.onevisit.cockpit.Running.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Filing;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.NumberRange;
import io.onevisit.engine.TestSteps;
import io.onevisit.engine.Traffic;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the cockpit counts on a process is what runs there, in the light it has, and nothing of another city. */
@PlatformTest
class ProcessFiguresTest {

    private static final String ELSEWHERE = "43020020260301000000%02d";

    @Autowired
    Running running;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    @Autowired
    ManagementService management;

    @Autowired
    ExternalTaskService work;

    @Autowired
    TestSteps.Fails step;

    @Autowired
    Traffic traffic;

    private Account supervisor;
    private Account elsewhere;
    private Account province;
    private final List<CaseFile> files = new ArrayList<>();
    private final List<String> instances = new ArrayList<>();

    @BeforeEach
    void threeOfOneCityAndOneOfAnother() {
        step.mended = false;
        var people = new People(sql);
        supervisor = people.officer(Role.SUPERVISOR, null, "430100");
        elsewhere = people.officer(Role.SUPERVISOR, null, "430200");
        province = people.officer(Role.SUPERVISOR, null, "430000");
        running.publish("部门答复");
        var filing = new Filing(applications, cases, clocks, time);
        for (var n = 0; n < 3; n++) {
            files.add(filing.underReview("watched", Map.of()));
            instances.add(start(files.get(n).caseNo()));
        }
        instances.add(start(ELSEWHERE.formatted(1)));
    }

    private String start(String number) {
        return running.start(number, Map.of("due", Date.from(time.instant().plus(Duration.ofDays(90)))));
    }

    @AfterEach
    void cleared() {
        time.reset();
        running.clear();
    }

    @Test
    void whatWaitsIsCountedWhereItWaitsAndInItsLight() throws Exception {
        running.review(instances.get(0));
        time.setTo(files.get(1).yellowAt().plusSeconds(1));

        var figures = figures(supervisor, "");
        var review = row(figures.path("activities"), "id", "review");
        var answered = row(figures.path("activities"), "id", "answered");

        assertThat(figures.path("instances").asInt()).isEqualTo(3);
        assertThat(figures.path("every").asInt()).isEqualTo(1);
        assertThat(review.path("waiting").asInt()).isEqualTo(2);
        assertThat(review.at("/lights/yellow").asInt()).isEqualTo(2);
        assertThat(answered.path("waiting").asInt()).isEqualTo(1);
        assertThat(answered.path("name").asText()).isEqualTo("等待部门答复");
        assertThat(row(figures(province, "").path("activities"), "id", "review")
                        .path("waiting")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void anotherCitySeesItsOwnOnly() throws Exception {
        var figures = figures(elsewhere, "");
        var waits = running.answer(elsewhere, "/api/cockpit/editions/" + edition() + "/elements/review/waits");

        assertThat(figures.path("instances").asInt()).isEqualTo(1);
        assertThat(waits.path("items")).hasSize(1);
        assertThat(waits.at("/items/0/number").asText()).isEqualTo(ELSEWHERE.formatted(1));
        assertThat(row(running.answer(elsewhere, "/api/cockpit/processes"), "key", Running.KEY)
                        .path("running")
                        .asInt())
                .isEqualTo(1);
        running.ask(elsewhere, HttpMethod.GET, "/api/cockpit/instances/" + instances.get(0), null)
                .andExpect(status().isNotFound());
    }

    @Test
    void theListAddsUpAllEditions() throws Exception {
        running.publish("部门回复");
        start(files.get(0).caseNo());
        time.setTo(files.get(0).yellowAt().plusSeconds(1));

        var process = row(running.answer(supervisor, "/api/cockpit/processes"), "key", Running.KEY);
        var editions = running.answer(supervisor, "/api/cockpit/processes/" + Running.KEY);

        assertThat(process.path("running").asInt()).isEqualTo(4);
        assertThat(process.at("/lights/yellow").asInt()).isEqualTo(4);
        assertThat(process.path("version").asInt())
                .isEqualTo(editions.at("/0/version").asInt());
        assertThat(editions.at("/0/running").asInt()).isEqualTo(1);
        assertThat(editions.at("/1/running").asInt()).isEqualTo(3);
        assertThat(editions.at("/0/tag").asText()).isEqualTo("r-部门回复");
    }

    @Test
    void medianAndNinthAreThoseOfWhatEnded() throws Exception {
        for (var n = 0; n < 3; n++) {
            time.advance(Duration.ofHours(10));
            running.review(instances.get(n));
        }

        var took =
                row(figures(supervisor, "").path("activities"), "id", "review").path("took");

        assertThat(took.path("count").asInt()).isEqualTo(3);
        assertThat(Duration.ofMillis(took.path("middle").asLong()))
                .isBetween(Duration.ofHours(20), Duration.ofMinutes(1201));
        assertThat(Duration.ofMillis(took.path("ninth").asLong()))
                .isBetween(Duration.ofHours(30), Duration.ofMinutes(1801));
        time.advance(Duration.ofDays(40));
        assertThat(figures(supervisor, "&days=30").path("activities").findValues("took"))
                .allMatch(JsonNode::isNull);
    }

    @Test
    void waitsAreListedPageByPageTheLongestFirst() throws Exception {
        for (var n = 2; n < 60; n++) start(ELSEWHERE.formatted(n));

        var path = "/api/cockpit/editions/" + edition() + "/elements/review/waits";
        var first = running.answer(elsewhere, path);
        var last = first.path("items").get(49);
        var second = running.answer(
                elsewhere,
                path + "?since=" + last.path("since").asText() + "&after="
                        + last.path("id").asText());

        assertThat(first.path("items")).hasSize(50);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(second.path("items")).hasSize(9);
        assertThat(second.path("more").asBoolean()).isFalse();
        var numbers = new ArrayList<>(first.findValuesAsText("number"));
        numbers.addAll(second.findValuesAsText("number"));
        assertThat(numbers).doesNotHaveDuplicates().hasSize(59);
    }

    @Test
    void ofVeryManyAnEvenShareStandsForAll() {
        for (var n = 2; n < 90; n++) start(ELSEWHERE.formatted(n));
        var numbers = new NumberRange("4302", "430299999999");

        var share = traffic.tokens(edition(), numbers, 30);

        assertThat(share.instances()).isEqualTo(89);
        assertThat(share.every()).isEqualTo(3);
        assertThat(share.found().size()).isBetween(10, 60);
        assertThat(traffic.counted(edition(), numbers)).isEqualTo(Map.of("review", 89L));
    }

    @Test
    void oneInstanceIsToldInTheWordsOfItsModelAndWithoutAnybodysNumber() throws Exception {
        var id = running.start(
                files.get(0).caseNo(),
                Map.of(
                        "due",
                        Date.from(time.instant().plus(Duration.ofDays(3))),
                        "opinion",
                        "测试人（" + Filing.ID_NO + "，13800001234）材料齐全",
                        "caseNo",
                        files.get(0).caseNo()));

        var page = running.answer(supervisor, "/api/cockpit/instances/" + id);

        assertThat(page.path("number").asText()).isEqualTo(files.get(0).caseNo());
        assertThat(page.path("hasCase").asBoolean()).isTrue();
        assertThat(page.at("/timers/0/name").asText()).isEqualTo("审查期限届满");
        assertThat(page.at("/timers/0/dueAt").asText()).isNotEmpty();
        assertThat(row(page.path("activities"), "element", "review")
                        .path("name")
                        .asText())
                .isEqualTo("部门审查");
        assertThat(row(page.path("variables"), "name", "caseNo").path("value").asText())
                .isEqualTo(files.get(0).caseNo());
        assertThat(row(page.path("variables"), "name", "opinion").path("value").asText())
                .contains("测**", "材料齐全")
                .doesNotContain("测试人", Filing.ID_NO, "13800001234");

        running.review(id);
        assertThat(running.answer(supervisor, "/api/cockpit/instances/" + id)
                        .at("/messages/0/name")
                        .asText())
                .isEqualTo("等待部门答复");
        assertThat(sql.sql("select count(*) from audit_entry where verb = 'LOOK_CASE' and number = ? and account = ?")
                        .params(files.get(0).caseNo(), supervisor.username())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anIncidentIsTakenOnExplainedAndTriedAgainAsOftenAndWhenAsked() throws Exception {
        var number = files.get(0).caseNo();
        var id = instances.get(0);
        failed(id, number);
        var incident = running.answer(supervisor, "/api/cockpit/instances/" + id)
                .at("/incidents/0/id")
                .asText();
        var path = "/api/cockpit/incidents/" + incident;
        assertThat(row(figures(supervisor, "").path("activities"), "id", "step")
                        .path("incidents")
                        .asInt())
                .isEqualTo(1);

        running.ask(supervisor, HttpMethod.PUT, path + "/care", Map.of("mine", true, "note", " "))
                .andExpect(status().isUnprocessableEntity());
        running.ask(elsewhere, HttpMethod.PUT, path + "/care", Map.of("mine", true, "note", "查看"))
                .andExpect(status().isNotFound());
        running.ask(supervisor, HttpMethod.PUT, path + "/care", Map.of("mine", true, "note", "已联系部门，明日恢复"))
                .andExpect(status().isNoContent());
        var care = running.answer(supervisor, "/api/cockpit/instances/" + id).at("/incidents/0/care");
        assertThat(care.path("name").asText()).isEqualTo(supervisor.name());
        assertThat(care.path("note").asText()).isEqualTo("已联系部门，明日恢复");
        assertThat(cases.journal(number))
                .anySatisfy(line -> assertThat(line.detail()).contains("登记结果", "已联系部门，明日恢复"));

        assertThat(running.answer(supervisor, "/api/cockpit/instances/" + id)
                        .at("/incidents/0/usualTries")
                        .asInt())
                .as("the first try and one after each wait")
                .isEqualTo(6);
        running.ask(supervisor, HttpMethod.POST, path + "/retry", Map.of("tries", 0))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("retry-tries"));
        var tomorrow = time.instant().plus(Duration.ofDays(1));
        running.ask(supervisor, HttpMethod.POST, path + "/retry", Map.of("tries", 2, "at", tomorrow.toString()))
                .andExpect(status().isNoContent());
        var job = running.answer(supervisor, "/api/cockpit/instances/" + id).at("/steps/0");
        assertThat(job.path("name").asText()).isEqualTo("登记结果");
        assertThat(job.path("retries").asInt()).isEqualTo(2);
        assertThat(java.time.Instant.parse(job.path("dueAt").asText()))
                .isBetween(tomorrow.minusSeconds(1), tomorrow.plusSeconds(1));

        step.mended = true;
        jobs.runReady(number);
        assertThat(running.answer(supervisor, "/api/cockpit/instances/" + id)
                        .path("endedAt")
                        .asText())
                .isNotEmpty();
    }

    /** Goes on until the last step has used up its tries. */
    private void failed(String id, String number) {
        running.review(id);
        running.processes().correlate("answered-in-tests", number, Map.of());
        var task = work.fetchAndLock(50, "worker-in-tests").topic("department-handoff", 60_000).execute().stream()
                .filter(fetched -> fetched.getProcessInstanceId().equals(id))
                .findFirst()
                .orElseThrow();
        work.complete(task.getId(), "worker-in-tests");
        var job = management.createJobQuery().processInstanceId(id).messages().singleResult();
        for (var tries = job.getRetries(); tries > 0; tries--) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException expected) {
                assertThat(expected).hasStackTraceContaining("does not answer");
            }
        }
    }

    private JsonNode figures(Account who, String more) throws Exception {
        return running.answer(who, "/api/cockpit/editions/" + edition() + "?exact=false" + more);
    }

    private String edition() {
        return sql.sql("select id_ from act_re_procdef where key_ = ? order by version_ desc limit 1")
                .param(Running.KEY)
                .query(String.class)
                .single();
    }
}
