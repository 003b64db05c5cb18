package io.onevisit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.RuleRecords;
import io.onevisit.distribution.Distributions;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.materials.Material;
import io.onevisit.materials.Materials;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a bundle's own decisions say of one's answers is carried out, and why it was can be read. */
@PlatformTest
class HandlingTest {

    private static final Map<String, Object> RETIRING = Map.of(
            "retirementKind", "normal",
            "employment", "flexible",
            "contributionsEnough", "true",
            "hasDeemedYears", "false",
            "householdInProvince", "true",
            "fundAccount", "none",
            "onlyChildParent", "false");

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    RuleRecords rules;

    @Autowired
    Distributions distributions;

    @Autowired
    Materials materials;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    private Applying citizen;

    @BeforeEach
    void somebody() {
        citizen = office.parent();
    }

    @Test
    void theSameItemIsDecidedStraightThroughOrByAnOfficerAsTheAnswersAre() throws Exception {
        var officer = office.officer(Role.APPROVER, "human-resources");

        var plain = applied("retirement", RETIRING, "pensionQualification");
        var deemed = applied("retirement", with("hasDeemedYears", "true"), "pensionQualification");

        assertThat(plain.decision()).isEqualTo("grant");
        assertThat(plain.decidedBy()).isEqualTo("平台");
        assertThat(plain.decisionReason()).isEqualTo("数据核验一致。到龄退休、没有视同缴费年限、户籍在省内的，参保和户籍数据核验一致即办");
        assertThat(office.task(officer, plain.caseNo())).isNull();
        assertThat(cases.journal(plain.caseNo()))
                .anyMatch(entry -> entry.what().equals("确定办理方式")
                        && entry.detail().contains("不由人审查")
                        && entry.detail().contains("没有视同缴费年限"));
        assertThat(rules.of(plain.caseNo())).anySatisfy(fired -> {
            assertThat(fired.decision()).isEqualTo("retirement-handling");
            assertThat(fired.rule()).isEqualTo("plainRetirement");
            assertThat(fired.inputs()).containsEntry("有视同缴费年限", false);
            assertThat(fired.outputs()).containsEntry("mode", "CHECK");
        });
        assertThat(deemed.decision()).isNull();
        assertThat(office.task(officer, deemed.caseNo())).isNotNull();
        assertThat(rules.of(deemed.caseNo()))
                .extracting(RuleRecords.Fired::decision)
                .doesNotContain("retirement-handling");
    }

    @Test
    void theGuideTellsBeforehandWhatIsDecidedStraightThroughAndWhy() throws Exception {
        var guidance = citizen.node(
                citizen.ask(post("/api/bundles/retirement/guide"), Map.of("answers", RETIRING, "region", "430102")));

        assertThat(of(guidance.path("items"), "variable", "pensionQualification")
                        .path("handling")
                        .asText())
                .startsWith("数据核验一致即办，不由人审查：")
                .contains("户籍在省内");
        assertThat(of(guidance.path("items"), "variable", "pensionBenefit")
                        .path("handling")
                        .isNull())
                .isTrue();
    }

    @Test
    void aCaseGoesToTheUnitOfTheLevelThatItsBundleNames() throws Exception {
        var city = new People(sql).officer(Role.APPROVER, "human-resources", "430100");
        var county = office.officer(Role.APPROVER, "human-resources");

        var early = applied("retirement", with("retirementKind", "disability"), "disabilityRetirement");

        var given = distributions.current(early.caseNo()).orElseThrow();
        assertThat(given.region()).isEqualTo("430100");
        assertThat(given.reason()).isEqualTo("提前退休由市级人力资源社会保障部门核准");
        assertThat(office.task(county, early.caseNo())).isNull();
        var page = office.read(city, "/api/tasks/" + office.task(city, early.caseNo()));
        assertThat(page.at("/distribution/reason").asText()).contains("市级");
        assertThat(page.at("/distribution/facts").toString()).contains("办理规则指定由市级单位承办");
        assertThat(page.path("checks").findValuesAsText("decision")).contains("retirement-handling");
    }

    @Test
    void whatADepartmentVerifiesInItsOwnDataIsNotAskedFor() throws Exception {
        var guidance = citizen.node(
                citizen.ask(post("/api/bundles/retirement/guide"), Map.of("answers", RETIRING, "region", "430102")));
        var book = of(guidance.path("materials"), "key", "household-book");
        assertThat(book.path("status").asText()).isEqualTo("EXEMPTIBLE");
        assertThat(book.path("reason").asText()).isEqualTo("由公安部门核对户籍信息，不用提交");
        var draft = draft("retirement", RETIRING, "pensionQualification");
        var asked = of(form(draft), "key", "household-book");
        assertThat(asked.path("status").asText()).isEqualTo("EXEMPTED");
        assertThat(asked.path("license").isNull()).isTrue();
        assertThat(asked.path("reason").asText()).contains("由公安部门核对");

        var file = submitted(draft, "pensionQualification");

        assertThat(materials.of(file.applicationNo(), file.caseNo()))
                .filteredOn(
                        material -> List.of("household-book", "personal-file").contains(material.key()))
                .hasSize(2)
                .allSatisfy(material -> {
                    assertThat(material.status()).isEqualTo(Material.Status.EXEMPTED);
                    assertThat(material.licenseIdentifier()).isNull();
                    assertThat(material.missing()).isFalse();
                });

        var elsewhere = draft("retirement", with("householdInProvince", "false"), "pensionQualification");
        assertThat(of(form(elsewhere), "key", "household-book").path("status").asText())
                .as("nobody in the province has data on it")
                .isEqualTo("NEEDED");
    }

    @Test
    void whatMayNotBeSparedIsAskedForThoughALicenseIsHeld() throws Exception {
        license("business-license");
        var settled = new HashMap<String, Object>(Map.of(
                "closingEntity", "company",
                "debtsSettled", "true",
                "excludedCase", "false",
                "hasEmployees", "false",
                "hasCustoms", "false"));
        var simple = draft("deregistration", settled, "taxClearance", "deregistration");
        assertThat(of(form(simple), "key", "business-license").path("status").asText())
                .isEqualTo("EXEMPTED");

        settled.put("excludedCase", "true");
        var excluded = draft("deregistration", settled, "taxClearance", "deregistration");
        assertThat(of(form(excluded), "key", "business-license").path("status").asText())
                .isEqualTo("NEEDED");
        citizen.ask(
                        post("/api/drafts/" + excluded + "/submission").header("Idempotency-Key", excluded),
                        Map.of("consents", List.of("business-license"), "confirmed", true))
                .andExpect(status().isUnprocessableEntity());
        citizen.upload(excluded, "business-license");
        for (var material : form(excluded)) {
            citizen.upload(excluded, material.path("key").asText());
        }

        var file = submitted(excluded, "taxClearance");

        assertThat(materials.find(file.applicationNo(), "business-license"))
                .hasValueSatisfying(material -> assertThat(material.licenseTypes())
                        .as("no worker looks a license up for it")
                        .isEmpty());
    }

    private static Map<String, Object> with(String question, String answer) {
        var answers = new HashMap<>(RETIRING);
        answers.put(question, answer);
        return answers;
    }

    /** The case of the first item, as far as it gets without people. */
    private CaseFile applied(String bundle, Map<String, Object> answers, String... items) throws Exception {
        return submitted(draft(bundle, answers, items), items[0]);
    }

    private String draft(String bundle, Map<String, Object> answers, String... items) throws Exception {
        var id = citizen.node(citizen.ask(post("/api/drafts"), Map.of("bundle", bundle, "region", "430102")))
                .path("id")
                .asText();
        var situation =
                citizen.ask(put("/api/drafts/" + id), Map.of("answers", answers, "items", items, "revision", 1));
        var revision = citizen.node(situation).path("revision").asInt();
        citizen.ask(
                put("/api/drafts/" + id),
                Map.of("answers", citizen.complete(id, answers), "items", items, "revision", revision));
        return id;
    }

    private CaseFile submitted(String draft, String item) throws Exception {
        for (var material : form(draft)) {
            if (material.path("status").asText().equals("NEEDED")) {
                citizen.upload(draft, material.path("key").asText());
            }
        }
        var no = citizen.node(citizen.submit(draft, UUID.randomUUID().toString()))
                .path("applicationNo")
                .asText();
        for (var file : cases.ofApplication(no)) {
            office.goOn(file);
        }
        return cases.ofApplication(no).stream()
                .filter(file -> file.itemVariable().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode form(String draft) throws Exception {
        return citizen.read("/api/drafts/" + draft + "/form").path("materials");
    }

    private static JsonNode of(JsonNode rows, String key, String value) {
        for (var row : rows) {
            if (row.path(key).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError(value + " is not among " + rows);
    }

    private void license(String type) {
        Account person = citizen.person();
        var identifier = "TEST." + person.idNo();
        sql.sql(
                        """
                        insert into license (identifier, type, serial, version, issuer_name, issuer_code, face, issued_on,
                            valid_to, status, recorded_at)
                        values (?, ?, ?, 1, '市场监管', '11430000000000000X', '{}', '2020-01-01', '2040-01-01', 'VALID', now())""")
                .params(identifier, type, identifier)
                .update();
        var key = vault.key(Vault.Kind.ID_NO, person.idNo());
        sql.sql("insert into license_holder (identifier, id_no, id_no_key, name) values (?, ?, ?, ?)")
                .params(
                        identifier,
                        vault.seal(Column.LICENSE_HOLDER, identifier + " " + key, person.idNo()),
                        key,
                        person.name())
                .update();
    }
}
