package io.onevisit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.FullNumbers;
import io.onevisit.catalogue.ItemSheet;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Any item of the catalogue can be applied for on its own, by the same pages and the same transaction as a bundle. */
@PlatformTest
class SingleItemTest {

    private static final String OWN_FORM = "HN-WJ-0103";
    private static final Map<String, String> PLACES =
            Map.of("2", "430000", "3", "430100", "4", "430102", "7", "430102");

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    ItemSheet sheet;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    private Applying citizen;

    @BeforeEach
    void aCitizen() {
        citizen = new Applying(web, json, new People(sql).citizen());
    }

    @Test
    void anItemIsAskedWithItsOwnFormAndTheMaterialsOfItsBundle() throws Exception {
        var draft = begin(OWN_FORM, "430102");
        save(draft, Applying.answers());

        var form = citizen.read("/api/drafts/" + draft + "/form");

        assertThat(form.path("pages").findValuesAsText("key")).contains("motherName", "childOrder");
        assertThat(form.path("materials").findValuesAsText("key")).contains("mother-id");
        var page = citizen.read("/api/bundles/item:" + OWN_FORM + ":newborn");
        assertThat(page.path("name").asText()).isEqualTo("生育登记");
        assertThat(page.path("items")).hasSize(1);
    }

    @Test
    void oneApplicationIsOneCaseThatRunsToItsEnd() throws Exception {
        var receipt = submitted(OWN_FORM, "430102");
        var no = receipt.path("applicationNo").asText();
        var caseNo = receipt.at("/cases/0/caseNo").asText();

        assertThat(receipt.path("cases")).hasSize(1);
        assertThat(receipt.path("channel").asText()).isEqualTo("ONLINE");
        assertThat(FullNumbers.number(receipt.at("/cases/0/fullNo").asText())).contains(caseNo);
        assertThat(FullNumbers.number(receipt.path("fullNo").asText())).contains(no);
        assertThat(running(no)).containsExactly("single-item");
        var workers = new WorkerHands(external, jobs);
        workers.goOn(no);
        workers.goOn(caseNo);
        assertThat(running(caseNo)).containsExactly("item-handling");
        assertThat(cases.get(caseNo).acceptedAt()).isNotNull();
        assertThat(citizen.read("/api/applications/" + no).path("bundleName").asText())
                .isEqualTo("生育登记");
        assertThat(citizen.read("/api/applications")).hasSize(1);
    }

    @Test
    void everyItemInForceCanBeAppliedFor() throws Exception {
        var items = new HashMap<String, JsonNode>();
        for (var page = 1; page == 1 || items.size() < found(page).path("total").asInt(); page++) {
            found(page)
                    .path("items")
                    .forEach(item -> items.put(item.path("code").asText(), item));
        }
        assertThat(items).hasSizeGreaterThan(20);

        for (var code : items.keySet()) {
            if (!code.startsWith("HN-")) {
                continue; // other tests' items come and go
            }
            var receipt = submitted(code, place(code));
            assertThat(receipt.path("cases")).as(code + " " + receipt).hasSize(1);
            assertThat(applications
                            .find(receipt.path("applicationNo").asText())
                            .orElseThrow()
                            .bundleName())
                    .isEqualTo(items.get(code).path("name").asText());
            assertThat(running(receipt.path("applicationNo").asText())).containsExactly("single-item");
        }
    }

    @Test
    void anItemWithoutAFormOfItsOwnIsAskedWithTheGeneralOne() throws Exception {
        item("TEST-SINGLE-1", "mode: NATIVE");

        var draft = begin("TEST-SINGLE-1", "430102");
        var form = citizen.read("/api/drafts/" + draft + "/form");

        assertThat(form.path("pages").findValuesAsText("key"))
                .contains("applicantName", "applicantIdNo", "applicantPhone", "matter");
        var fields = form.at("/pages/0/fields");
        assertThat(fields.get(0).path("value").asText())
                .isEqualTo(citizen.person().name());
        assertThat(fields.get(1).path("value").asText())
                .isEqualTo(citizen.person().idNo());
    }

    @Test
    void anItemForOrganisationsAsksWhichOneAndRefusesWhatIsNone() throws Exception {
        item("TEST-SINGLE-2", "audience: ['2']");
        var draft = begin("TEST-SINGLE-2", "430102");
        var answers = general();
        answers.put("organisationCode", "114300007485123456");
        save(draft, answers);

        citizen.submit(draft, UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[?(@.field=='organisationCode')].message")
                        .value("统一社会信用代码不正确，请核对 18 位代码（末位为校验码）。"));
    }

    @Test
    void whatIsNotInForceOrUnknownIsRefusedWithTheReason() throws Exception {
        item("TEST-SINGLE-3", "effectiveFrom: '2199-01-01'");
        item("TEST-SINGLE-4", "mode: NATIVE");
        var draft = begin("TEST-SINGLE-4", "430102");
        save(draft, general());
        sql.sql("update service_item set status = 'SUSPENDED', status_reason = '系统升级' where code = 'TEST-SINGLE-4'")
                .update();

        citizen.ask(post("/api/drafts"), Map.of("item", "TEST-SINGLE-3", "region", "430102"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("尚未实施")));
        citizen.ask(post("/api/drafts"), Map.of("item", "TEST-SINGLE-4", "region", "430102"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("系统升级")));
        citizen.submit(draft, UUID.randomUUID().toString()).andExpect(status().isConflict());
        citizen.ask(post("/api/drafts"), Map.of("item", "NO-SUCH-ITEM", "region", "430102"))
                .andExpect(status().isNotFound());
        citizen.ask(post("/api/drafts"), Map.of("region", "430102")).andExpect(status().isUnprocessableEntity());
        assertThat(citizen.read("/api/applications")).isEmpty();
    }

    @Test
    void anItemOfAnotherLevelNamesTheLevelsThatHandleIt() throws Exception {
        item("TEST-SINGLE-5", "useLevels: ['3']");

        citizen.ask(post("/api/drafts"), Map.of("item", "TEST-SINGLE-5", "region", "430102"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("item-other-level"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("市级")));
        citizen.ask(post("/api/drafts"), Map.of("item", "TEST-SINGLE-5", "region", "430100"))
                .andExpect(status().isCreated());
    }

    @Test
    void theSameDraftSentTwiceIsOneApplication() throws Exception {
        item("TEST-SINGLE-6", "mode: NATIVE");
        var draft = begin("TEST-SINGLE-6", "430102");
        save(draft, general());

        var first = citizen.submit(draft, "one-key").andExpect(status().isCreated());
        var again = citizen.submit(draft, "one-key").andExpect(status().isOk());
        var other = citizen.submit(draft, "other-key").andExpect(status().isOk());

        assertThat(citizen.node(again)).isEqualTo(citizen.node(first));
        assertThat(citizen.node(other)).isEqualTo(citizen.node(first));
        assertThat(citizen.read("/api/applications")).hasSize(1);
    }

    @Test
    void anApplicationOutlivesItsItem() throws Exception {
        item("TEST-SINGLE-7", "mode: NATIVE");
        var no = submitted("TEST-SINGLE-7", "430102").path("applicationNo").asText();
        sql.sql("update service_item set status = 'WITHDRAWN', status_reason = '机构改革' where code = 'TEST-SINGLE-7'")
                .update();

        citizen.ask(get("/api/applications/" + no), Map.of()).andExpect(status().isOk());
    }

    private JsonNode submitted(String code, String region) throws Exception {
        var draft = begin(code, region);
        var answers = Applying.answers();
        answers.putAll(general());
        save(draft, citizen.complete(draft, answers));
        for (var material : citizen.read("/api/drafts/" + draft + "/form").path("materials")) {
            if (material.path("required").asBoolean()) {
                citizen.upload(draft, material.path("key").asText());
            }
        }
        return citizen.node(citizen.submit(draft, UUID.randomUUID().toString()));
    }

    private String begin(String code, String region) throws Exception {
        var answer = citizen.node(citizen.ask(post("/api/drafts"), Map.of("item", code, "region", region)));
        assertThat(answer.hasNonNull("id")).as(code + ": " + answer).isTrue();
        return answer.path("id").asText();
    }

    private void save(String draft, Map<String, Object> answers) throws Exception {
        citizen.ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", List.of(), "revision", 1))
                .andExpect(status().isOk());
    }

    private static Map<String, Object> general() {
        return new HashMap<>(
                Map.of("matter", "申请办理", "organisationName", "长沙示例商贸有限公司", "organisationCode", "11430000MB9500087T"));
    }

    private JsonNode found(int page) throws Exception {
        return citizen.read("/api/items?region=430102&page=" + page);
    }

    private String place(String code) {
        return sql
                .sql("select unnest(use_levels) from service_item where code = ? order by edition desc, 1 desc")
                .param(code)
                .query(String.class)
                .list()
                .stream()
                .map(PLACES::get)
                .filter(place -> place != null)
                .findFirst()
                .orElse("430102");
    }

    private List<String> running(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0])
                .toList();
    }

    private void item(String code, String more) {
        sheet.load(
                """
                items:
                  - {code: %s, name: 测试单办事项, department: health, itemType: '20', promised: 3, statutory: 5, %s}
                """
                        .formatted(code, more)
                        .getBytes(StandardCharsets.UTF_8),
                "430000");
    }
}
