package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Issuing;
import io.onevisit.licenses.License;
import io.onevisit.materials.Material;
import io.onevisit.materials.Material.Status;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplements;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 我的授权: people see what they allowed and what was read under it, and take it back with the effect it tells of. */
@PlatformTest
class ConsentsTest {

    private static final List<String> REGISTRATION = List.of("fertilityRegistration");

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    @Autowired
    Issuing issuing;

    @Autowired
    Cases cases;

    @Autowired
    Materials materials;

    @Autowired
    Supplements supplements;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Autowired
    PlatformTransactionManager transactions;

    private Applying parent;
    private WorkerHands workers;
    private String applicationNo;
    private CaseFile file;

    @BeforeEach
    void aMotherWhoLetsHerIdentityCardBeLookedUp() throws Exception {
        workers = new WorkerHands(external, jobs);
        parent = office.parent();
        card(parent.person());
        applicationNo = applied(REGISTRATION);
        file = cases.ofApplication(applicationNo).get(0);
    }

    @Test
    void whatWasAllowedAndReadIsTold() throws Exception {
        lookUp("");

        var consent = consent();

        assertThat(consent.path("typeName").asText()).isEqualTo("居民身份证");
        assertThat(consent.path("ownLicense").asBoolean()).isTrue();
        assertThat(consent.path("applicationNo").asText()).isEqualTo(applicationNo);
        assertThat(consent.path("state").asText()).isEqualTo("GOOD");
        assertThat(consent.path("purpose").asText()).isEqualTo("办理新生儿出生一件事");
        assertThat(consent.path("uses")).hasSize(1);
        assertThat(consent.at("/uses/0/who").asText()).isEqualTo("证照查验服务");
        assertThat(consent.at("/uses/0/found").asBoolean()).isTrue();
        assertThat(consent.at("/effect/kind").asText()).isEqualTo("PAPERS");
        assertThat(consent.at("/effect/papers").toString()).contains("居民身份证");
        assertThat(consent.toString()).doesNotContain(parent.person().idNo());
    }

    @Test
    void takenBackBeforeAcceptanceThePaperIsAskedForByTheProcess() throws Exception {
        lookUp("");
        assertThat(material().status()).isEqualTo(Status.EXEMPTED);
        workers.goOn(applicationNo);

        withdraw(parent.person(), consent()).andExpect(status().isOk());
        assertThat(material().status()).isEqualTo(Status.OPEN);
        workers.goOn(file.caseNo(), Map.of("missingMaterials", missing()));

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);
        assertThat(supplements.open(file.caseNo()).orElseThrow().items())
                .anyMatch(item -> item.materialKey().equals("mother-id"));

        parent.handIn(applicationNo, "mother-id");
        var task = parent.read("/api/applications/" + applicationNo)
                .at("/supplements/0/taskId")
                .asText();
        parent.ask(post("/api/applications/" + applicationNo + "/supplement"), Map.of("taskId", task, "note", ""));
        workers.goOn(file.caseNo(), Map.of("missingMaterials", missing()));
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(consent().path("uses"))
                .as("what was read before stays visible")
                .hasSize(1);
    }

    @Test
    void afterItNothingIsLookedUpAndTheAttemptIsToldToNobodyAsAUse() throws Exception {
        withdraw(parent.person(), consent()).andExpect(status().isOk());

        assertThat(lookUp(file.caseNo()).path("why").asText()).isEqualTo("NO_CONSENT");
        assertThat(consent().path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(consent().path("uses")).isEmpty();
    }

    @Test
    void aLookUpUnderWayCountsAsBeforeAndItsMaterialIsReopened() throws Exception {
        var consent = consent();
        var pool = Executors.newSingleThreadExecutor();
        try {
            var withdrawal = new AtomicReference<Future<Integer>>();
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                try {
                    assertThat(lookUp("").path("found").asBoolean()).isTrue();
                    withdrawal.set(pool.submit(() -> withdraw(parent.person(), consent)
                            .andReturn()
                            .getResponse()
                            .getStatus()));
                    assertThatThrownBy(() -> withdrawal.get().get(1, TimeUnit.SECONDS))
                            .as("it waits for the look-up")
                            .isInstanceOf(TimeoutException.class);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(withdrawal.get().get(10, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            pool.shutdown();
        }

        assertThat(material().status()).isEqualTo(Status.OPEN);
        assertThat(consent().path("uses")).hasSize(1);
        assertThat(lookUp("").path("why").asText()).isEqualTo("NO_CONSENT");
    }

    @Test
    void anAcceptedCaseKeepsWhatWasRead() throws Exception {
        lookUp("");
        goOnToReview();

        assertThat(consent().at("/effect/kind").asText()).isEqualTo("KEPT");
        withdraw(parent.person(), consent())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.effect.kind").value("KEPT"));

        assertThat(material().status()).isEqualTo(Status.EXEMPTED);
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    @Test
    void whatIsDecidedStaysDecidedAndItSaysSo() throws Exception {
        lookUp("");
        goOnToReview();
        var officer = office.officer(Role.APPROVER, "health");
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"));
        workers.goOn(file.caseNo());
        assertThat(cases.get(file.caseNo()).decision()).isEqualTo("grant");

        var answer = withdraw(parent.person(), consent()).andExpect(status().isOk());

        var effect = parent.node(answer).path("effect");
        assertThat(effect.path("kind").asText()).isEqualTo("SETTLED");
        assertThat(effect.path("sentence").asText()).contains("不再产生影响");
        assertThat(consent().path("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void ofTwoCasesTheAcceptedOneKeepsTheLicenseAndTheOtherIsAskedForThePaper() throws Exception {
        applicationNo = applied(List.of("birthRegistration", "fertilityRegistration"));
        var files = cases.ofApplication(applicationNo);
        lookUp("");
        var accepted = files.get(0).caseNo();
        var waiting = files.get(1).caseNo();
        sql.sql("update case_file set accepted_at = now(), state = 'UNDER_REVIEW' where case_no = ?")
                .param(accepted)
                .update();

        withdraw(parent.person(), consent()).andExpect(status().isOk());

        assertThat(of(accepted).status()).isEqualTo(Status.EXEMPTED);
        assertThat(of(accepted).licenseIdentifier()).isNotNull();
        assertThat(of(waiting).status()).isEqualTo(Status.OPEN);
        assertThat(of(waiting).licenseIdentifier()).isNull();
        assertThat(lookUp(waiting).path("why").asText()).isEqualTo("NO_CONSENT");
        assertThat(of(accepted).status())
                .as("asked for the other, the accepted one loses nothing")
                .isEqualTo(Status.EXEMPTED);
        var paper = materials.of(applicationNo).stream()
                .map(material -> material.documentId())
                .filter(Objects::nonNull)
                .findFirst();
        materials.attach(applicationNo, "mother-id", paper.orElseThrow());
        assertThat(of(waiting).status()).isEqualTo(Status.UPLOADED);
    }

    @Test
    void aHolderTakesBackWhatHusbandOrWifeAllowed() throws Exception {
        var wife = office.parent().person();
        sql.sql("update license_authorisation set holder_id_no = ? where application_no = ?")
                .params(vault.key(Kind.ID_NO, wife.idNo()), applicationNo)
                .update();
        var seen = office.read(wife, "/api/consents");
        assertThat(seen).hasSize(1);
        assertThat(seen.at("/0/applicationNo").asText()).isEmpty();
        assertThat(seen.at("/0/applicant").asText())
                .isNotEmpty()
                .isNotEqualTo(parent.person().name());

        withdraw(wife, seen.path(0)).andExpect(status().isOk());

        assertThat(consent().path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(office.read(parent.person(), "/api/messages").findValuesAsText("title"))
                .anyMatch(title -> title.contains("授权已撤回"));
    }

    @Test
    void itIsJournaledAuditedAndDoneOnce() throws Exception {
        var consent = consent();
        withdraw(parent.person(), consent).andExpect(status().isOk());
        withdraw(parent.person(), consent)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("consent-withdrawn"));

        assertThat(cases.journal(applicationNo))
                .filteredOn(entry -> entry.what().equals("撤回证照授权"))
                .hasSize(1);
        assertThat(sql.sql(
                                "select result from audit_entry where verb = 'WITHDRAW_CONSENT' and application_no = ? order by id")
                        .param(applicationNo)
                        .query(String.class)
                        .list())
                .containsExactly("DONE", "REFUSED");
    }

    @Test
    void strangersSeeAndTakeBackNothing() throws Exception {
        var stranger = office.parent().person();

        assertThat(office.read(stranger, "/api/consents")).isEmpty();
        withdraw(stranger, consent()).andExpect(status().isNotFound());
        web.perform(get("/api/consents").with(as(office.officer(Role.CLERK, "health"))))
                .andExpect(status().isForbidden());
        assertThat(consent().path("state").asText()).isEqualTo("GOOD");
    }

    private void card(Account person) {
        var caseNo = UUID.randomUUID().toString().substring(0, 20);
        issuing.tell(caseNo, Map.of("name", person.name(), "idNo", person.idNo()));
        issuing.issue(caseNo, "resident-id", new License.Holder(person.name(), person.idNo()), Map.of());
    }

    /** The mother's own identity card is exempted, everything else handed in. */
    private String applied(List<String> items) throws Exception {
        var answers = Applying.answers();
        answers.put("motherName", parent.person().name());
        answers.put("motherIdNo", parent.person().idNo());
        var draft = parent.node(parent.ask(post("/api/drafts"), Map.of("bundle", "newborn", "region", "430102")))
                .path("id")
                .asText();
        parent.ask(put("/api/drafts/" + draft), Map.of("answers", answers, "items", items, "revision", 1));
        for (var material : parent.read("/api/drafts/" + draft + "/form").path("materials")) {
            if (material.path("required").asBoolean()
                    && !material.path("key").asText().equals("mother-id")) {
                parent.upload(draft, material.path("key").asText());
            }
        }
        var receipt = parent.node(parent.ask(
                post("/api/drafts/" + draft + "/submission")
                        .header("Idempotency-Key", UUID.randomUUID().toString()),
                Map.of("consents", List.of("resident-id"), "confirmed", true)));
        return receipt.path("applicationNo").asText();
    }

    private void goOnToReview() {
        workers.goOn(applicationNo);
        workers.goOn(file.caseNo());
        workers.goOn(applicationNo);
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    private JsonNode consent() throws Exception {
        for (var consent : parent.read("/api/consents")) {
            if (consent.path("applicationNo").asText().equals(applicationNo)
                    && consent.path("typeName").asText().equals("居民身份证")) {
                return consent;
            }
        }
        throw new AssertionError("no consent for " + applicationNo);
    }

    private ResultActions withdraw(Account person, JsonNode consent) throws Exception {
        return office.send(person, "/api/consents/" + consent.path("id").asText() + "/withdrawal", Map.of());
    }

    private Material material() {
        return materials.find(applicationNo, "mother-id").orElseThrow();
    }

    private Material of(String caseNo) {
        return materials.of(applicationNo, caseNo).stream()
                .filter(material -> material.key().equals("mother-id"))
                .findFirst()
                .orElseThrow();
    }

    /** What the worker does: looks for a license for each open material of the case, and counts what is missing. */
    private int missing() throws Exception {
        var missing = 0;
        for (var material : worker(
                get("/worker-api/applications/{no}/materials", applicationNo).param("caseNo", file.caseNo()))) {
            if (material.path("status").asText().equals("OPEN")
                    && material.path("required").asBoolean()
                    && !lookUp(file.caseNo()).path("found").asBoolean()) {
                missing++;
            }
        }
        return missing;
    }

    private JsonNode lookUp(String caseNo) throws Exception {
        return worker(post("/worker-api/licenses/lookup")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of(
                        "applicationNo",
                        applicationNo,
                        "caseNo",
                        caseNo,
                        "materialKey",
                        "mother-id",
                        "purpose",
                        "核验申报材料"))));
    }

    private JsonNode worker(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        var answer = web.perform(request.header("Authorization", "Bearer the-workers-of-the-tests"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
