package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.PlatformTest;
import io.onevisit.delegation.Sides;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A parent sees what was read in a paper before they submit, corrects it, and hands in again what was handed in before. */
@PlatformTest
class DraftPapersTest {

    private static final List<String> ITEMS = List.of("birthRegistration");
    private static final String CERTIFICATE = "birth-certificate";

    @Autowired
    Sides sides;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvc web;

    private Applying parent;
    private String draft;

    @BeforeEach
    void aDraft() throws Exception {
        parent = sides.person();
        draft = parent.draft(Applying.answers(), ITEMS);
    }

    @Test
    void aPaperIsReadAsSoonAsItIsUploaded() throws Exception {
        var certificate = certificate();

        assertThat(reading(certificate).path("state").asText()).isEqualTo("READING");
        assertThat(sql.sql("select count(*) from act_ru_execution where business_key_ = ?")
                        .param(certificate)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasReadStandsBesideTheAnswerAndCanBeCorrected() throws Exception {
        var certificate = certificate();
        read(certificate, Map.of("key", "childName", "value", "测小室"), null);

        var name = field(reading(certificate), "childName");
        assertThat(name.path("value").asText()).isEqualTo("测小室");
        assertThat(name.path("answer").asText()).isEqualTo("childName");
        assertThat(name.path("stated").isNull()).isTrue();
        assertThat(field(reading(certificate), "birthDate").path("value").isNull())
                .isTrue();

        var corrected =
                parent.node(state(certificate, Map.of("childName", " 测小宝 ")).andExpect(status().isOk()));

        assertThat(field(corrected, "childName").path("stated").asText()).isEqualTo("测小宝");
        assertThat(field(corrected, "childName").path("value").asText()).isEqualTo("测小室");
        state(certificate, Map.of("childName", ""));
        assertThat(field(reading(certificate), "childName").path("stated").isNull())
                .isTrue();
    }

    @Test
    void theWordsOfTheApplicantAreSealed() throws Exception {
        var certificate = certificate();
        read(certificate, Map.of("key", "childName", "value", "测小室"), null);
        state(certificate, Map.of("childName", "测小宝"));

        assertThat(sql.sql("select stated::text from document_reading where document_id = ?::uuid")
                        .param(certificate)
                        .query(String.class)
                        .single())
                .doesNotContain("测小宝");
    }

    @Test
    void anUnreadablePaperSaysWhatToDo() throws Exception {
        var certificate = certificate();
        read(certificate, null, "UNREADABLE");

        assertThat(reading(certificate).path("state").asText()).isEqualTo("UNREADABLE");
        assertThat(reading(certificate).path("problem").asText()).contains("请上传清晰");
        state(certificate, Map.of("nothing", "x"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("reading-missing"));
    }

    @Test
    void severalPhotographsAreThePagesOfOnePaper() throws Exception {
        var before = kept();
        var paper = parent.node(handedIn(photograph(40), photograph(60)).andExpect(status().isCreated()));

        assertThat(paper.path("type").asText()).isEqualTo("application/pdf");
        assertThat(paper.path("name").asText()).isEqualTo("出生医学证明.pdf");
        try (var pdf = Loader.loadPDF(
                web.perform(get("/api/documents/{id}/content", paper.path("id").asText())
                                .with(as(parent.person())))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(kept()).as("the photographs themselves are not kept").isEqualTo(before + 1);
    }

    @Test
    void onlyPhotographsArePutTogether() throws Exception {
        var before = kept();

        handedIn(photograph(40), pdf())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("photos-only"));

        assertThat(kept()).as("none of them is kept").isEqualTo(before);
    }

    private static MockMultipartFile pdf() throws Exception {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
            return new MockMultipartFile("file", "paper.pdf", "application/pdf", out.toByteArray());
        }
    }

    private int kept() {
        return sql.sql("select count(*) from document where owner = ?")
                .param(parent.person().username())
                .query(Integer.class)
                .single();
    }

    private ResultActions handedIn(MockMultipartFile... files) throws Exception {
        var request = multipart("/api/drafts/" + draft + "/documents");
        for (var file : files) {
            request.file(file);
        }
        return web.perform(request.param("materialKey", CERTIFICATE).with(as(parent.person())));
    }

    private static MockMultipartFile photograph(int size) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB), "png", out);
        return new MockMultipartFile("file", "photo.png", "image/png", out.toByteArray());
    }

    @Test
    void nobodyElseSeesOrCorrectsIt() throws Exception {
        var certificate = certificate();
        var stranger = sides.person();
        var place = "/api/drafts/" + draft + "/documents/" + certificate + "/reading";

        stranger.ask(get(place), Map.of()).andExpect(status().isNotFound());
        stranger.ask(put(place), Map.of("fields", Map.of())).andExpect(status().isNotFound());
        parent.ask(get("/api/drafts/" + draft + "/documents/" + UUID.randomUUID() + "/reading"), Map.of())
                .andExpect(status().isNotFound());
    }

    @Test
    void whatWasHandedInBeforeServesAgain() throws Exception {
        assertThat(earlier(parent, draft)).isEmpty();
        parent.submit(draft, draft).andExpect(status().isCreated());
        var next = parent.draft(Applying.answers(), ITEMS);

        var before = earlier(parent, next);
        assertThat(before).hasSize(1);
        assertThat(before.get(0).path("of").asText()).isEqualTo("新生儿出生一件事");
        var again = parent.node(parent.ask(
                        post(materials(next)),
                        Map.of("documentId", before.get(0).path("id").asText()))
                .andExpect(status().isCreated()));

        assertThat(again.path("id")).isNotEqualTo(before.get(0).path("id"));
        assertThat(again.path("sha256").asText()).isNotBlank();
        assertThat(certificateOf(parent, next)).isEqualTo(again.path("id").asText());
    }

    @Test
    void thePapersOfOthersServeNobody() throws Exception {
        parent.submit(draft, draft).andExpect(status().isCreated());
        var mine = parent.read("/api/applications").at("/0/applicationNo").asText();
        var document = parent.read("/api/applications/" + mine).at("/materials").findValuesAsText("id");
        var other = sides.person();
        var theirs = other.draft(Applying.answers(), ITEMS);

        assertThat(document).isNotEmpty();
        assertThat(earlier(other, theirs)).isEmpty();
        other.ask(post(materials(theirs)), Map.of("documentId", document.get(0)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("earlier-unknown"));
    }

    private String certificate() throws Exception {
        return certificateOf(parent, draft);
    }

    private static String certificateOf(Applying person, String draft) throws Exception {
        for (var material : person.read("/api/drafts/" + draft + "/form").path("materials")) {
            if (material.path("key").asText().equals(CERTIFICATE)) {
                return material.at("/document/id").asText();
            }
        }
        throw new AssertionError("no certificate");
    }

    private JsonNode earlier(Applying person, String draft) throws Exception {
        return person.read(materials(draft));
    }

    private static String materials(String draft) {
        return "/api/drafts/" + draft + "/materials/" + CERTIFICATE + "/earlier";
    }

    private JsonNode reading(String document) throws Exception {
        return parent.read("/api/drafts/" + draft + "/documents/" + document + "/reading");
    }

    private ResultActions state(String document, Map<String, String> fields) throws Exception {
        return parent.ask(
                put("/api/drafts/" + draft + "/documents/" + document + "/reading"), Map.of("fields", fields));
    }

    private static JsonNode field(JsonNode reading, String key) {
        for (var field : reading.path("fields")) {
            if (field.path("key").asText().equals(key)) {
                return field;
            }
        }
        throw new AssertionError("no field " + key + " in " + reading);
    }

    /** What a worker brings back. */
    private void read(String document, Map<String, String> field, String problem) throws Exception {
        var body = parent.json()
                .createObjectNode()
                .put("engine", "test")
                .put("version", "1")
                .put("text", "");
        body.putArray("pages");
        var fields = body.putArray("fields");
        if (field != null) {
            fields.addObject()
                    .put("key", field.get("key"))
                    .put("label", "姓名")
                    .put("value", field.get("value"))
                    .put("confidence", 0.9)
                    .put("page", 1)
                    .putArray("box")
                    .add(1)
                    .add(1)
                    .add(9)
                    .add(9);
        }
        body.put("problem", problem);
        web.perform(put("/worker-api/documents/{id}/reading", document)
                        .header("Authorization", "Bearer the-workers-of-the-tests")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.toString()))
                .andExpect(status().isNoContent());
    }
}
