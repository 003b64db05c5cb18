package io.onevisit.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.licenses.Answer;
import io.onevisit.licenses.Consents;
import io.onevisit.licenses.Issuing;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Material.Status;
import io.onevisit.vault.Vault;
import io.onevisit.vault.Vault.Kind;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A license takes a paper's place only with its holder's consent, while it is good, and never unseen. */
@PlatformTest
class ExemptionsTest {

    private static final String SECRET = "Bearer the-workers-of-the-tests";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Vault vault;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    Materials materials;

    @Autowired
    Documents documents;

    @Autowired
    Licenses licenses;

    @Autowired
    Consents consents;

    @Autowired
    Issuing issuing;

    private CaseFile file;
    private String mother;

    @BeforeEach
    void anApplicationThatNeedsTheMothersPaper() {
        mother = "M" + UUID.randomUUID().toString().substring(0, 12);
        file = new Filing(applications, cases, clocks, time).submitted("exemption-health", Map.of("childName", "陈一"));
        materials.open(
                file.applicationNo(),
                List.of(new NeededMaterial(
                        "mother-id",
                        "母亲居民身份证",
                        true,
                        "resident-id",
                        List.of("resident-id"),
                        List.of("image/png"),
                        new NeededMaterial.Holder("mother", "陈静", mother),
                        List.of("testItem"),
                        List.of(file.caseNo()))));
    }

    @Test
    void withConsentAGoodLicenseTakesThePapersPlaceAndTheUseIsWrittenDown() throws Exception {
        var license = held();
        consented();

        var answer = lookUp();

        assertThat(answer.path("found").asBoolean()).isTrue();
        assertThat(answer.path("identifier").asText()).isEqualTo(license.identifier());
        assertThat(material().status()).isEqualTo(Status.EXEMPTED);
        assertThat(material().authorisationId())
                .hasToString(answer.path("authorisationId").asText());
        assertThat(licenses.uses(file.applicationNo())).singleElement().satisfies(use -> {
            assertThat(use.onBehalfOf()).isEqualTo(vault.key(Kind.ID_NO, mother));
            assertThat(use.caseNo()).isEqualTo(file.caseNo());
            assertThat(use.purpose()).isEqualTo("核验申报材料");
            assertThat(use.fields()).contains("name");
            assertThat(use.result()).isEqualTo(Answer.Result.FOUND);
        });
    }

    @Test
    void askedAgainForTheSameCaseTheAnswerIsTheSameAndWrittenDownOnce() throws Exception {
        held();
        consented();

        assertThat(lookUp()).isEqualTo(lookUp());

        assertThat(licenses.uses(file.applicationNo())).hasSize(1);
    }

    @Test
    void withoutConsentNothingIsLookedUpAndTheAttemptIsWrittenDown() throws Exception {
        held();

        var answer = lookUp();

        assertThat(answer.path("found").asBoolean()).isFalse();
        assertThat(answer.path("why").asText()).isEqualTo("NO_CONSENT");
        assertThat(material().status()).isEqualTo(Status.OPEN);
        assertThat(licenses.uses(file.applicationNo())).singleElement().satisfies(use -> {
            assertThat(use.identifier()).isNull();
            assertThat(use.fields()).isEmpty();
        });
    }

    @Test
    void aConsentThatRanOutOrWasTakenBackIsNone() throws Exception {
        held();
        licenses.authorise(
                file.applicationNo(),
                mother,
                mother,
                List.of("resident-id"),
                "测试",
                Instant.now().minusSeconds(1));
        assertThat(lookUp().path("why").asText()).isEqualTo("NO_CONSENT");

        sql.sql("update license_authorisation set valid_until = now() + interval '1 day' where holder_id_no = ?")
                .param(vault.key(Kind.ID_NO, mother))
                .update();
        consents.ofHolder(mother).forEach(consent -> consents.withdraw(consent.id(), "a.mother", time.instant()));

        assertThat(lookUp().path("why").asText()).isEqualTo("NO_CONSENT");
    }

    @Test
    void aConsentForAnotherApplicationIsNone() throws Exception {
        held();
        var other = new Filing(applications, cases, clocks, time).submitted("exemption-health", Map.of());
        licenses.authorise(other.applicationNo(), mother, mother, List.of("resident-id"), "测试", tomorrow());

        assertThat(lookUp().path("why").asText()).isEqualTo("NO_CONSENT");
    }

    @Test
    void aStrangerCannotConsentForAnother() throws Exception {
        held();
        licenses.authorise(file.applicationNo(), Filing.ID_NO, mother, List.of("resident-id"), "测试", tomorrow());

        assertThat(lookUp().path("why").asText()).isEqualTo("NO_CONSENT");
    }

    @Test
    void husbandAndWifeConsentForEachOtherWhileTheirCertificateIsGood() throws Exception {
        held();
        var certificate = issuing.issue(
                "wed-" + mother, "marriage-certificate", new License.Holder("周强", Filing.ID_NO), Map.of());
        sql.sql("insert into license_holder (identifier, id_no, name) values (?, ?, '陈静')")
                .params(certificate.identifier(), mother)
                .update();
        assertThat(licenses.speaksFor(Filing.ID_NO, mother)).isTrue();
        licenses.authorise(file.applicationNo(), Filing.ID_NO, mother, List.of("resident-id"), "测试", tomorrow());

        assertThat(lookUp().path("found").asBoolean()).isTrue();

        licenses.revoke(certificate.identifier());
        assertThat(licenses.speaksFor(Filing.ID_NO, mother)).isFalse();
    }

    @Test
    void whoHoldsNoLicenseHandsThePaperIn() throws Exception {
        consented();

        assertThat(lookUp().path("why").asText()).isEqualTo("NONE");
    }

    @Test
    void anExpiredLicenseIsNotUsed() throws Exception {
        var license = held();
        consented();
        sql.sql("update license set valid_to = current_date - 2 where identifier = ?")
                .param(license.identifier())
                .update();

        assertThat(lookUp().path("why").asText()).isEqualTo("EXPIRED");
    }

    @Test
    void aLicenseRevokedAfterItWasFoundIsAskedForAgain() throws Exception {
        var license = held();
        consented();
        lookUp();

        licenses.revoke(license.identifier());

        assertThat(lookUp().path("why").asText()).isEqualTo("REVOKED");
        assertThat(material().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whatWasHandedInStaysHandedIn() throws Exception {
        held();
        consented();
        var document = documents
                .store("a.mother", "身份证.png", new ByteArrayInputStream(SampleFiles.image("png", 50, 50)))
                .id();
        materials.attach(file.applicationNo(), "mother-id", document);

        lookUp();

        assertThat(material().status()).isEqualTo(Status.UPLOADED);
        assertThat(material().documentId()).isEqualTo(document);
    }

    @Test
    void workersSeeWhatTheApplicationNeeds() throws Exception {
        var rows = answer(get("/worker-api/applications/{no}/materials", file.applicationNo())
                .param("caseNo", file.caseNo()));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("key").asText()).isEqualTo("mother-id");
        assertThat(rows.get(0).path("status").asText()).isEqualTo("OPEN");
        assertThat(rows.get(0).path("holder").path("role").asText()).isEqualTo("mother");
    }

    @Test
    void nobodyButWorkersIsLetIn() throws Exception {
        var stranger = http.perform(get("/worker-api/applications/{no}/materials", file.applicationNo())
                        .header("Authorization", "Bearer somebody"))
                .andReturn()
                .getResponse();

        assertThat(stranger.getStatus()).isIn(401, 403);
        assertThat(stranger.getContentAsString()).doesNotContain("mother-id");
    }

    private License held() {
        issuing.tell("held-" + mother, Map.of("name", "陈静", "idNo", mother));
        return issuing.issue("held-" + mother, "resident-id", new License.Holder("陈静", mother), Map.of());
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    private void consented() {
        licenses.authorise(
                file.applicationNo(),
                mother,
                mother,
                List.of("resident-id"),
                "新生儿出生一件事",
                Instant.now().plus(Duration.ofDays(30)));
    }

    private JsonNode lookUp() throws Exception {
        return answer(post("/worker-api/licenses/lookup")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of(
                        "applicationNo",
                        file.applicationNo(),
                        "caseNo",
                        file.caseNo(),
                        "materialKey",
                        "mother-id",
                        "purpose",
                        "核验申报材料"))));
    }

    private JsonNode answer(MockHttpServletRequestBuilder request) throws Exception {
        var response = http.perform(request.header("Authorization", SECRET))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return json.readTree(response.getContentAsByteArray());
    }

    private Material material() {
        return materials.find(file.applicationNo(), "mother-id").orElseThrow();
    }
}
