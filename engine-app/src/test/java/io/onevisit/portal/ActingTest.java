package io.onevisit.portal;

import static io.onevisit.delegation.Sides.begin;
import static io.onevisit.delegation.Sides.complete;
import static io.onevisit.delegation.Sides.end;
import static io.onevisit.delegation.Sides.fill;
import static io.onevisit.delegation.Sides.status;
import static io.onevisit.delegation.Sides.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.delegation.CompanyRegister;
import io.onevisit.delegation.Sides;
import io.onevisit.identity.Role;
import io.onevisit.notices.Notices;
import io.onevisit.papers.Papers;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** Somebody applies for somebody else, or for a company: by which right, what it shows, and where it ends. */
@PlatformTest
class ActingTest {

    private static final List<String> FERTILITY = List.of("fertilityRegistration");

    @Autowired
    Sides sides;

    @Autowired
    CompanyRegister register;

    @Autowired
    Applications applications;

    @Autowired
    Papers papers;

    @Autowired
    Cases cases;

    @Autowired
    ItemSheet sheet;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    @Autowired
    Office office;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    private Applying mother;
    private Applying sister;

    @BeforeEach
    void twoPeople() {
        clock.reset();
        mother = sides.person();
        sister = sides.person();
    }

    @Test
    void aSisterAppliesForTheMother() throws Exception {
        var mandate = sides.accepted(mother, sister, terms(sister, false, "newborn"));

        var receipt = applied(sister, "newborn", Map.of("mandate", mandate));
        var no = receipt.path("applicationNo").asText();
        var application = applications.get(no);

        assertThat(application.owner()).isEqualTo(mother.person().username());
        assertThat(application.applicantId()).isEqualTo(mother.person().idNo());
        assertThat(application.applicantName()).isEqualTo(mother.person().name());
        assertThat(receipt.path("agent").asText()).startsWith(sister.person().name() + "（亲友代办，授权至");
        for (var side : List.of(mother, sister)) {
            var page = side.read("/api/applications/" + no);
            assertThat(page.path("agent").asText()).contains("亲友代办");
            assertThat(page.path("applicantName").asText())
                    .isEqualTo(mother.person().name());
            assertThat(side.read("/api/applications").findValuesAsText("applicationNo"))
                    .contains(no);
        }
        assertThat(sql.sql("select who || '→' || for_whom from journal where no = ? and what = '提交申报'")
                        .param(no)
                        .query(String.class)
                        .single())
                .isEqualTo(sister.person().name() + "→" + mother.person().name());
    }

    @Test
    void whatIsDoneForSomebodyIsInTheAuditOnTheirBehalfAndTheySeeIt() throws Exception {
        var mandate = sides.accepted(mother, sister, terms(sister, false));
        var no = applied(sister, "newborn", Map.of("mandate", mandate))
                .path("applicationNo")
                .asText();
        sister.read("/api/applications/" + no);

        assertThat(sql.sql(
                                "select verb || ' ' || on_behalf_of from audit_entry where account = ? and application_no = ?")
                        .params(sister.person().username(), no)
                        .query(String.class)
                        .list())
                .contains(
                        "SUBMIT " + mother.person().username(),
                        "LOOK_APPLICATION " + mother.person().username());
        assertThat(mother.read("/api/looks").path("looks").findValuesAsText("who"))
                .contains("您的代办人");
        assertThat(sister.read("/api/looks").path("looks")).isEmpty();
    }

    @Test
    void theOfficerSeesWhoActsAndThePaperNamesThem() throws Exception {
        var mandate = sides.accepted(mother, sister, terms(sister, false));
        var no = applied(sister, "newborn", Map.of("mandate", mandate))
                .path("applicationNo")
                .asText();
        var file = cases.ofApplication(no).get(0);
        office.goOn(file);
        var officer = office.officer(Role.APPROVER, "health");

        var task = office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()));

        assertThat(task.path("facts").findValuesAsText("label")).contains("代办");
        assertThat(String.join(" ", papers.of(no).get(0).paragraphs()))
                .contains("代理人（联系人）：" + sister.person().name() + "（亲友代办");
        assertThat(office.read(office.supervisor(), "/api/cockpit/cases/" + file.caseNo())
                        .path("agent")
                        .asText())
                .startsWith("代办人（亲友代办");
        assertThat(office.read(office.supervisor(), "/api/cockpit/cases/" + file.caseNo())
                        .path("timeline")
                        .findValuesAsText("who"))
                .doesNotContain(sister.person().name());
    }

    @Test
    void licensesAreUsedOnlyWhereThePrincipalConsented() throws Exception {
        card(mother);
        var without = sides.accepted(mother, sister, terms(sister, false));
        var with = sides.accepted(mother, sister, terms(sister, true));

        assertThat(statusOf(draft(sister, "newborn", Map.of("mandate", without)), "mother-id"))
                .isEqualTo("NEEDED");
        assertThat(statusOf(draft(sister, "newborn", Map.of("mandate", with)), "mother-id"))
                .isEqualTo("EXEMPTED");
    }

    @Test
    void aConsentThatNobodyGaveIsNotRecorded() throws Exception {
        card(mother);
        var mandate = sides.accepted(mother, sister, terms(sister, false));
        var draft = begun(sister, "newborn", Map.of("mandate", mandate));
        fill(sister, draft, mothersNumber(), FERTILITY);

        var receipt = sister.node(sister.ask(
                post("/api/drafts/" + draft + "/submission").header("Idempotency-Key", draft),
                Map.of("consents", List.of("resident-id"), "confirmed", true)));

        assertThat(receipt.path("applicationNo").asText()).startsWith("A");
        assertThat(sql.sql(
                                "select count(*) from license_authorisation where application_no = ? and type = 'resident-id'")
                        .param(receipt.path("applicationNo").asText())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMandateIsRefusedWithItsSentence() throws Exception {
        var offered = sides.given(mother, terms(sister, false));
        refused(begin(sister, "newborn", Map.of("mandate", offered)), 403, "mandate-not-accepted", "还没有接受");

        var elsewhere = sides.accepted(mother, sister, terms(sister, false, "HN-WJ-0103"));
        refused(begin(sister, "newborn", Map.of("mandate", elsewhere)), 403, "mandate-outside", "不在");

        var stranger = sides.person();
        refused(begin(stranger, "newborn", Map.of("mandate", elsewhere)), 404, "mandate-unknown", "没有找到");
        refused(begin(mother, "newborn", Map.of("mandate", elsewhere)), 404, "mandate-unknown", "没有找到");

        var over = sides.accepted(mother, sister, terms(sister, false));
        sql.sql("update mandate set from_on = ?, until_on = ? where id = ?::uuid")
                .params(Sides.today().minusDays(9), Sides.today().minusDays(1), over)
                .update();
        refused(begin(sister, "newborn", Map.of("mandate", over)), 403, "mandate-over", "到期");

        var ended = sides.accepted(mother, sister, terms(sister, false));
        end(mother, ended).andExpect(status().isOk());
        refused(begin(sister, "newborn", Map.of("mandate", ended)), 403, "mandate-ended", "终止");
    }

    @Test
    void whenItIsRevokedDraftsGoBackAndRunningCasesStayWithoutTheAgent() throws Exception {
        var mandate = sides.accepted(mother, sister, terms(sister, false));
        var no = applied(sister, "newborn", Map.of("mandate", mandate))
                .path("applicationNo")
                .asText();
        var document = sql.sql(
                        "select document_id::text from application_material where application_no = ? and document_id is not null limit 1")
                .param(no)
                .query(String.class)
                .single();
        var draft = begun(sister, "newborn", Map.of("mandate", mandate));
        assertThat(status(sister, "/api/documents/" + document + "/content")).isEqualTo(200);

        end(mother, mandate).andExpect(status().isOk());

        assertThat(status(sister, "/api/applications/" + no)).isEqualTo(404);
        assertThat(status(sister, "/api/documents/" + document + "/content")).isEqualTo(404);
        assertThat(status(sister, "/api/drafts/" + draft)).isEqualTo(404);
        assertThat(status(mother, "/api/drafts/" + draft)).isEqualTo(200);
        assertThat(mother.read("/api/drafts/" + draft).path("actingFor").isNull())
                .isTrue();
        assertThat(status(mother, "/api/applications/" + no)).isEqualTo(200);
        assertThat(status(mother, "/api/documents/" + document + "/content")).isEqualTo(200);
        sister.ask(post("/api/applications/" + no + "/withdrawal"), Map.of("reason", "x"))
                .andExpect(status().isNotFound());
        assertThat(messages(sister)).anyMatch(title -> title.contains("已终止"));
        assertThat(messages(mother)).anyMatch(title -> title.contains("已终止"));
        complete(mother, draft, Map.of(), FERTILITY).andExpect(status().isCreated());
    }

    @Test
    void messagesOfTheCaseReachBothWhileTheMandateIsGood() throws Exception {
        var mandate = sides.accepted(mother, sister, terms(sister, false));
        var no = applied(sister, "newborn", Map.of("mandate", mandate))
                .path("applicationNo")
                .asText();
        notices.send("acting-test:" + no + ":1", no, "", "supplement-requested");
        end(sister, mandate);
        notices.send("acting-test:" + no + ":2", no, "", "supplement-requested");

        assertThat(about(mother, no)).isEqualTo(2);
        assertThat(about(sister, no)).isEqualTo(1);
    }

    @Autowired
    Notices notices;

    @Test
    void anItemThatAsksForPresenceRefusesAnAgent() throws Exception {
        item("TEST-PRESENCE-1", "presence: true, form: single-item");
        var mandate = sides.accepted(mother, sister, terms(sister, false));

        refused(begin(sister, "TEST-PRESENCE-1", Map.of("mandate", mandate)), 403, "presence-required", "第二十九条");
    }

    @Test
    void aCompanysAgentAppliesForTheCompany() throws Exception {
        item("TEST-COMPANY-1", "audience: ['2']");
        var code = "91430102MADEMA019C";
        var boss = mother;
        var clerk = sister;
        register.write(code, "长沙测试餐饮有限公司", boss.person().idNo());
        boss.ask(post("/api/legal-persons"), Map.of("creditCode", code)).andExpect(status().isCreated());
        var terms = terms(clerk, false, "TEST-COMPANY-1");
        terms.put("creditCode", code);
        var mandate = sides.accepted(boss, clerk, terms);

        var draft = begun(clerk, "TEST-COMPANY-1", Map.of("mandate", mandate));
        fill(clerk, draft, Map.of("organisationName", "别的公司", "organisationCode", "91430104MADEMA0274"), List.of());
        var form = clerk.read("/api/drafts/" + draft + "/form");
        assertThat(value(form, "organisationName")).isEqualTo("长沙测试餐饮有限公司");
        assertThat(value(form, "applicantIdNo"))
                .isEqualTo(Applying.answers()
                        .getOrDefault("applicantIdNo", clerk.person().idNo()));
        var receipt = clerk.node(clerk.submit(draft, draft));
        var no = receipt.path("applicationNo").asText();

        assertThat(receipt.path("organisation").asText()).isEqualTo("长沙测试餐饮有限公司");
        assertThat(applications.get(no).applicantId()).isEqualTo(code);
        assertThat(cases.answers(no)).containsEntry("organisationCode", code);
        var workers = new WorkerHands(external, jobs);
        workers.goOn(no);
        workers.goOn(cases.ofApplication(no).get(0).caseNo());
        assertThat(cases.ofApplication(no).get(0).acceptedAt()).isNotNull();
        for (var side : List.of(boss, clerk)) {
            assertThat(side.read("/api/applications/" + no).path("agent").asText())
                    .contains("企业经办");
        }
        end(boss, mandate);
        assertThat(status(clerk, "/api/applications/" + no)).isEqualTo(404);
        assertThat(status(boss, "/api/applications/" + no)).isEqualTo(200);
    }

    @Test
    void theRepresentativeActsAsLongAsTheRegisterNamesThem() throws Exception {
        item("TEST-COMPANY-2", "audience: ['2']");
        item("TEST-COMPANY-3", "audience: ['1'], form: single-item");
        var code = "91430104MADEMA0274";
        register.write(code, "长沙测试商贸有限公司", mother.person().idNo());
        mother.ask(post("/api/legal-persons"), Map.of("creditCode", code)).andExpect(status().isCreated());
        var draft = begun(mother, "TEST-COMPANY-2", Map.of("creditCode", code));
        var other = begun(mother, "TEST-COMPANY-2", Map.of("creditCode", code));
        for (var forPersons : List.of("TEST-COMPANY-3", "newborn")) {
            refused(begin(mother, forPersons, Map.of("creditCode", code)), 422, "item-for-persons", "只面向自然人");
        }

        var receipt = mother.node(complete(mother, draft, Map.of(), List.of()));
        assertThat(receipt.path("agent").asText()).isEqualTo(mother.person().name() + "（法定代表人）");

        register.write(code, "长沙测试商贸有限公司", sister.person().idNo());
        refused(mother.ask(get("/api/drafts/" + other), Map.of()), 403, "representative-changed", "已经不是您");
        sister.ask(post("/api/legal-persons"), Map.of("creditCode", code)).andExpect(status().isCreated());
        assertThat(status(
                        mother,
                        "/api/applications/" + receipt.path("applicationNo").asText()))
                .isEqualTo(404);
        assertThat(status(
                        sister,
                        "/api/applications/" + receipt.path("applicationNo").asText()))
                .isEqualTo(200);
    }

    private JsonNode applied(Applying agent, String bundle, Map<String, Object> actingFor) throws Exception {
        return agent.node(complete(agent, begun(agent, bundle, actingFor), mothersNumber(), FERTILITY));
    }

    private Map<String, Object> mothersNumber() {
        return Map.of(
                "motherIdNo",
                mother.person().idNo(),
                "motherName",
                mother.person().name());
    }

    private String begun(Applying agent, String bundle, Map<String, Object> actingFor) throws Exception {
        var answer = agent.node(begin(agent, bundle, actingFor));
        assertThat(answer.hasNonNull("id")).as(answer.toString()).isTrue();
        return answer.path("id").asText();
    }

    private JsonNode draft(Applying agent, String bundle, Map<String, Object> actingFor) throws Exception {
        var id = begun(agent, bundle, actingFor);
        fill(agent, id, mothersNumber(), FERTILITY);
        sql.sql("delete from draft_document where draft_id = ?::uuid").param(id).update();
        return agent.read("/api/drafts/" + id + "/form");
    }

    private static String statusOf(JsonNode form, String material) {
        for (var paper : form.path("materials")) {
            if (paper.path("key").asText().equals(material)) {
                return paper.path("status").asText();
            }
        }
        return form.toString();
    }

    private static String value(JsonNode form, String key) {
        for (var page : form.path("pages")) {
            for (var field : page.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return field.path("value").asText();
                }
            }
        }
        return form.toString();
    }

    private static void refused(ResultActions answer, int status, String code, String words) throws Exception {
        answer.andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail").value(containsString(words)));
    }

    private static List<String> messages(Applying person) throws Exception {
        return person.read("/api/messages").findValuesAsText("title");
    }

    private static long about(Applying person, String no) throws Exception {
        return person.read("/api/messages").findValuesAsText("applicationNo").stream()
                .filter(no::equals)
                .count();
    }

    private void card(Applying person) {
        var identifier = "TEST." + person.person().idNo();
        sql.sql(
                        """
                        insert into license (identifier, type, serial, version, issuer_name, issuer_code, face, issued_on,
                            valid_to, status, recorded_at)
                        values (?, 'resident-id', ?, 1, '公安', '11430000000000000X', '{}', '2020-01-01', '2040-01-01',
                            'VALID', now())""")
                .params(identifier, identifier)
                .update();
        var key = vault.key(Vault.Kind.ID_NO, person.person().idNo());
        sql.sql("insert into license_holder (identifier, id_no, id_no_key, name) values (?, ?, ?, ?)")
                .params(
                        identifier,
                        vault.seal(
                                Column.LICENSE_HOLDER,
                                identifier + " " + key,
                                person.person().idNo()),
                        key,
                        person.person().name())
                .update();
    }

    private void item(String code, String more) {
        sheet.load(
                """
                items:
                  - {code: %s, name: 测试代办事项, department: health, itemType: '20', promised: 3, statutory: 5, %s}
                """
                        .formatted(code, more)
                        .getBytes(StandardCharsets.UTF_8),
                "430000");
    }
}
