package io.onevisit.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Filing;
import io.onevisit.cases.CaseFile;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Materials;
import io.onevisit.materials.NeededMaterial;
import io.onevisit.problems.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

/** A department gets each case once, with what its item needs and no more. */
class OutboxTest extends HandoffTestCase {

    private static final String DEPARTMENT = "outbox-police";
    private static final String SECRET = "the secret of the outbox";

    @Autowired
    Materials materials;

    @Autowired
    Documents documents;

    @Autowired
    Signature signature;

    @Autowired
    Outbox outbox;

    private CaseFile file;

    @BeforeEach
    void aCaseToHandOver() {
        systems.configure(DEPARTMENT, "http://localhost:1/police/cases", SECRET);
        file = filing().submitted(
                        "newborn",
                        "birthRegistration",
                        DEPARTMENT,
                        Map.of("childName", "周小一", "bankAccount", "6222020000000000000"));
    }

    @Test
    void theMessageIsTheSameHoweverOftenItIsAskedFor() throws Exception {
        var first = handoff();
        var second = handoff();

        assertThat(second).isEqualTo(first);
        assertThat(first.path("messageKey").asText()).isEqualTo(file.caseNo() + ":APPLY:1");
        assertThat(first.path("url").asText()).isEqualTo("http://localhost:1/police/cases");
        assertThat(first.path("alreadySent").asBoolean()).isFalse();
    }

    @Test
    void theDepartmentSeesTheAnswersOfItsOwnFormOnly() throws Exception {
        var body = json.readTree(handoff().path("body").asText());

        assertThat(body.path("answers").path("childName").asText()).isEqualTo("周小一");
        assertThat(body.path("answers").has("bankAccount")).isFalse();
        assertThat(body.path("caseNo").asText()).isEqualTo(file.caseNo());
        assertThat(body.path("applicant").path("idNo").asText()).isEqualTo(Filing.ID_NO);
        assertThat(body.path("bundle").path("key").asText()).isEqualTo("newborn");
    }

    @Test
    void whatWasReceiptedIsNotSentAgain() throws Exception {
        var key = handoff().path("messageKey").asText();

        told(key, 0, "没有应答");
        assertThat(handoff().path("alreadySent").asBoolean()).isFalse();

        told(key, 201, "{\"receipt\":\"P-1\"}");
        assertThat(handoff().path("alreadySent").asBoolean()).isTrue();

        told(key, 500, "");
        assertThat(handoff().path("alreadySent").asBoolean()).isTrue();
    }

    @Test
    void afterTheSupplementItAskedForTheDepartmentGetsTheNextMessage() throws Exception {
        handoff();
        sql.sql(
                        """
                        insert into handoff_inbox (department, message_id, month, case_no, kind, sequence, body, status,
                                                   received_at)
                        values (?, ?, date '2026-01-01', ?, 'SUPPLEMENT_REQUESTED', 1, '{}', 'APPLIED', now())""")
                .params(DEPARTMENT, "asked-" + file.caseNo(), file.caseNo())
                .update();

        assertThat(handoff().path("messageKey").asText()).isEqualTo(file.caseNo() + ":SUPPLEMENT:2");
    }

    @Test
    void aDepartmentThatIsNotConnectedIsSaidSo() {
        var other = filing().submitted("outbox-nobody", Map.of());

        assertThatThrownBy(() -> outbox.prepare(other.caseNo()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("尚未接入");
    }

    @Test
    void aDocumentIsFetchedByTheDepartmentOfItsCaseOnly() throws Exception {
        var document = documents.store(Filing.OWNER, "出生医学证明.png", new ByteArrayInputStream(picture()));
        materials.open(file.applicationNo(), List.of(certificate()));
        materials.attach(file.applicationNo(), "birth-certificate", document.id());
        systems.configure("outbox-tax", "http://localhost:1/tax/cases", "another secret");

        var entry =
                json.readTree(handoff().path("body").asText()).path("materials").path(0);
        assertThat(entry.path("sha256").asText()).isEqualTo(document.sha256());
        var url = entry.path("url").asText();

        assertThat(fetch(url, DEPARTMENT, SECRET).getContentAsByteArray()).isEqualTo(picture());
        assertThat(fetch(url, DEPARTMENT, "a guess").getStatus()).isEqualTo(401);
        assertThat(fetch(url, "outbox-tax", "another secret").getStatus()).isEqualTo(404);
    }

    private NeededMaterial certificate() {
        return new NeededMaterial(
                "birth-certificate",
                "出生医学证明",
                true,
                "birth-certificate",
                List.of(),
                List.of("image/png"),
                new NeededMaterial.Holder("mother", "测试人", Filing.ID_NO),
                List.of("birthRegistration"),
                List.of(file.caseNo()));
    }

    private static byte[] picture() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(21, 22, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private MockHttpServletResponse fetch(String url, String department, String secret) throws Exception {
        var timestamp = time.instant().toString();
        var id = url.substring(url.lastIndexOf('/') + 1).getBytes(StandardCharsets.US_ASCII);
        return http.perform(get(url).header("X-Department", department)
                        .header("X-Message-Id", "fetch")
                        .header("X-Timestamp", timestamp)
                        .header("X-Signature", signature.mac(secret, timestamp, "fetch", id)))
                .andReturn()
                .getResponse();
    }

    private JsonNode handoff() throws Exception {
        var response = http.perform(post("/worker-api/cases/{no}/handoff", file.caseNo())
                        .header("Authorization", "Bearer the-workers-of-the-tests"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return json.readTree(response.getContentAsByteArray());
    }

    private void told(String key, int status, String receipt) throws Exception {
        var response = http.perform(put("/worker-api/handoff/{key}", key)
                        .header("Authorization", "Bearer the-workers-of-the-tests")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("httpStatus", status, "receipt", receipt))))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(204);
    }
}
