package io.onevisit.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Filing;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.HandlingMode;
import io.onevisit.catalogue.ItemRules;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.engine.Deployments;
import io.onevisit.identity.Role;
import io.onevisit.promises.Commitments;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A city that published its own editions of the shared models is served by them, whoever starts or calls them. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityEditionsTest {

    private static final String CITY = "430700";
    private static final String COUNTY = "430702";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Bundles bundles;

    @Autowired
    Deployments deployments;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Commitments commitments;

    @Autowired
    Endings endings;

    @Autowired
    HistoryService history;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Autowired
    Office office;

    @BeforeAll
    void aCityPublishesItsOwn() {
        var files = new HashMap<String, byte[]>();
        bundles.files(Bundles.SHARED).forEach((name, content) -> {
            if (name.matches(".*\\.(bpmn|dmn|form)")) {
                files.put(name, content);
            }
        });
        files.computeIfPresent("commitment-check.form", (name, form) -> text(form)
                .replace("\"label\": \"核查", "\"label\": \"本州核查")
                .getBytes(StandardCharsets.UTF_8));
        sql.sql(
                        """
                        insert into bundle_edition (key, region, number, content_hash, status, published_by, published_at, source, deployment_id)
                        values ('shared', ?, 1, 'of-the-city', 'PUBLISHED', '测试', now(), 'STUDIO', ?)""")
                .params(CITY, deployments.deploy("shared", CITY, files))
                .update();
        files.forEach((name, content) -> sql.sql(
                        "insert into bundle_file (key, region, number, name, content) values ('shared', ?, 1, ?, ?)")
                .params(CITY, name, content)
                .update());
    }

    @Test
    void theCheckOfAPromiseRunsInTheCitysEditionAndAsksItsForm() throws Exception {
        var file = applied(office.parent());
        commitments.promise(file, item(), "测试人");
        goOn(file);

        assertThat(editions(file.caseNo())).containsEntry("commitment-check", CITY);
        var officer = new People(sql).officer(Role.APPROVER, "health", COUNTY);
        var task = office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()));
        assertThat(task.path("form").toString()).contains("本州核查");
    }

    @Test
    void anotherCityKeepsTheProvincesEdition() {
        var file = opened("430102");
        commitments.promise(file, item(), "测试人");
        close(file);

        assertThat(editions(file.caseNo())).containsEntry("commitment-check", "");
    }

    @Test
    void aDepartmentIsToldInTheCitysEdition() {
        var file = opened(COUNTY);
        sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (?, ?, ?, 'health', 'APPLY', 1, 'http://localhost:1', '{}', 'SENT', now(), now())""")
                .params(Numbers.month(file.caseNo()), file.caseNo() + ":APPLY:1", file.caseNo())
                .update();

        endings.end(file.caseNo(), Ending.WITHDRAWN, "测试人", "不再办理");

        assertThat(editions(file.caseNo())).containsEntry("department-told", CITY);
    }

    @Test
    void aProvincesBundleCallsTheCitysEditions() throws Exception {
        var file = applied(office.parent());
        goOn(file);

        assertThat(editions(file.applicationNo())).containsEntry("newborn", "").containsEntry("material-check", CITY);
        assertThat(editions(file.caseNo())).containsEntry("item-handling", CITY);
    }

    @Test
    void oneItemOnItsOwnIsAppliedForInTheCitysEdition() throws Exception {
        var parent = office.parent();
        var draft = begun(parent, Map.of("item", "HN-WJ-0103", "region", COUNTY), List.of());
        var no = parent.node(parent.submit(draft, UUID.randomUUID().toString()))
                .path("applicationNo")
                .asText();

        assertThat(editions(no)).containsEntry("single-item", CITY);
    }

    private CaseFile applied(Applying parent) throws Exception {
        var draft = begun(parent, Map.of("bundle", "newborn", "region", COUNTY), List.of("fertilityRegistration"));
        var receipt = parent.node(parent.submit(draft, UUID.randomUUID().toString()));
        return cases.ofApplication(receipt.path("applicationNo").asText()).get(0);
    }

    private void goOn(CaseFile file) {
        var workers = new WorkerHands(external, jobs);
        workers.goOn(file.applicationNo());
        workers.goOn(file.caseNo());
    }

    private String begun(Applying parent, Map<String, String> what, List<String> items) throws Exception {
        var id = parent.node(parent.ask(post("/api/drafts"), what)).path("id").asText();
        parent.ask(put("/api/drafts/" + id), Map.of("answers", Applying.answers(), "items", items, "revision", 1));
        for (var material : parent.read("/api/drafts/" + id + "/form").path("materials")) {
            if (material.path("required").asBoolean()) {
                parent.upload(id, material.path("key").asText());
            }
        }
        return id;
    }

    /** Process keys under a number, each with the city whose edition runs, the empty text for the province's. */
    private Map<String, String> editions(String no) {
        var editions = new HashMap<String, String>();
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()) {
            editions.put(
                    instance.getProcessDefinitionKey(), instance.getTenantId() == null ? "" : instance.getTenantId());
        }
        return editions;
    }

    private CaseFile opened(String region) {
        return applications
                .open(new Applications.Request(
                        "test-bundle",
                        "测试一件事",
                        1,
                        region,
                        Filing.OWNER,
                        "测试人",
                        Filing.ID_NO,
                        Map.of(),
                        Map.of(),
                        Map.of("testItem", item())))
                .cases()
                .get("testItem");
    }

    private void close(CaseFile file) {
        cases.noteDecision(file.caseNo(), "grant", "申请人书面承诺符合条件", "平台", Instant.now());
        List.of(CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.UNDER_REVIEW, CaseState.GRANTED, CaseState.CLOSED)
                .forEach(state -> cases.move(file.caseNo(), state, "平台", "", ""));
    }

    private static ServiceItem item() {
        var onPromise = new ItemRules("2", List.of("1"), null, "", false, true, 20, List.of(), 3, 0, false, "0", false);
        return new ServiceItem(
                "city-test-item",
                "430000",
                1,
                "测试事项",
                "health",
                "卫生健康部门",
                "公共服务",
                7,
                10,
                LimitUnit.WORKING_DAY,
                CountingRule.NEXT_WORKDAY,
                Handling.listed(HandlingMode.NATIVE),
                Optional.empty(),
                List.of(),
                onPromise);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
