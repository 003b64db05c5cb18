package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A stack of paper goes through the scanner at once; its pages become the materials that are asked for. */
@PlatformTest
class ScansTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    private AtWindow window;
    private Account visitor;
    private String draft;
    private String material;

    @BeforeEach
    void aDraft() throws Exception {
        var people = new People(sql);
        window = new AtWindow(web, json, people.officer(Role.CLERK, null, "430102"));
        visitor = people.citizen();
        draft = window.answered(AtWindow.card(visitor));
        material = window.required(draft).get(0);
    }

    @Test
    void thePagesOfAMaterialAreItsOnePdf() throws Exception {
        var pages = pages(window.node(scan("一叠.pdf", pdf(3)).andExpect(status().isCreated())));
        assertThat(pages).hasSize(3);
        var picture = pages(window.node(scan("身份证.png", png()).andExpect(status().isCreated())))
                .get(3);
        web.perform(get("/api/drafts/%s/scans/%s/pages/3"
                                .formatted(draft, pages.get(0).get("document")))
                        .with(as(window.clerk())))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/png"));

        arrange(List.of(page(picture, 90, material, false), page(pages.get(2), 0, material, false)))
                .andExpect(status().isOk());

        try (var joined = Loader.loadPDF(handedIn())) {
            assertThat(joined.getNumberOfPages()).isEqualTo(2);
            assertThat(joined.getPage(0).getRotation()).isEqualTo(90);
            assertThat(joined.getPage(1).getMediaBox().getWidth()).isEqualTo(103);
        }
    }

    @Test
    void aPageThatBelongsNowhereBlocksTheSubmission() throws Exception {
        for (var key : window.required(draft)) {
            if (!key.equals(material)) {
                window.asClerk().upload(draft, key);
            }
        }
        var pages = pages(window.node(scan("一叠.pdf", pdf(2))));
        arrange(List.of(page(pages.get(0), 0, material, false))).andExpect(status().isOk());
        window.submit(draft)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("pages-unassigned"))
                .andExpect(jsonPath("$.detail").value(containsString("1 页")));

        arrange(List.of(page(pages.get(1), 0, null, true))).andExpect(status().isOk());
        var no = window.node(window.submit(draft).andExpect(status().isCreated()))
                .path("applicationNo")
                .asText();

        assertThat(sql.sql("select count(*) from scan where application_no = ?")
                        .param(no)
                        .query(Integer.class)
                        .single())
                .as("the file as it was scanned is kept")
                .isOne();
    }

    @Test
    void aPageMovedElsewhereLeavesWhatItWasIn() throws Exception {
        var pages = pages(window.node(scan("一叠.pdf", pdf(2))));
        arrange(List.of(page(pages.get(0), 0, material, false), page(pages.get(1), 0, material, false)));
        arrange(List.of(page(pages.get(1), 0, null, false))).andExpect(status().isOk());
        try (var joined = Loader.loadPDF(handedIn())) {
            assertThat(joined.getNumberOfPages()).isOne();
        }

        arrange(List.of(page(pages.get(0), 0, null, false))).andExpect(status().isOk());

        assertThat(documents()).isEmpty();
        assertThat(pages(window.asClerk().read("/api/drafts/" + draft + "/scans")))
                .as("pages that were not named stayed")
                .hasSize(2);
    }

    @Test
    void whatIsTakenBackLeavesItsPagesLoose() throws Exception {
        var pages = pages(window.node(scan("一叠.pdf", pdf(1))));
        arrange(List.of(page(pages.get(0), 0, material, false)));
        web.perform(delete("/api/drafts/" + draft + "/documents/" + documents().get(0))
                        .with(as(window.clerk())))
                .andExpect(status().isNoContent());
        assertThat(window.asClerk()
                        .read("/api/drafts/" + draft + "/scans")
                        .path("pages")
                        .get(0)
                        .path("materialKey")
                        .isNull())
                .isTrue();
    }

    @Test
    void filesThatCannotBeTakenApartAreRefusedWithTheReason() throws Exception {
        var whole = pdf(2);
        refused("断.pdf", Arrays.copyOf(whole, whole.length / 2), "file-damaged");
        refused("密.pdf", locked(), "file-encrypted");
        refused("厚.pdf", pdf(201), "file-too-many-pages");
        refused("改名.pdf", png(), "file-type-mismatch");
        refused("空.pdf", new byte[0], "file-empty");
        refused("坏.pdf", garbled(whole), "file-damaged");
        assertThat(sql.sql("select count(*) from document where owner = ?")
                        .param(window.clerk().username())
                        .query(Integer.class)
                        .single())
                .as("nothing refused is kept")
                .isZero();
    }

    @Test
    void twoHundredPagesAreTakenApartAndNotOneMore() throws Exception {
        scan("一.pdf", pdf(100)).andExpect(status().isCreated());
        var pages = pages(window.node(scan("二.pdf", pdf(100)).andExpect(status().isCreated())));
        assertThat(pages).hasSize(200);
        refused("三.pdf", pdf(1), "file-too-many-pages");
        arrange(pages.stream().map(page -> page(page, 0, material, false)).toList())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("file-too-many-pages"));
        arrange(pages.subList(0, 100).stream()
                        .map(page -> page(page, 180, material, false))
                        .toList())
                .andExpect(status().isOk());
        try (var joined = Loader.loadPDF(handedIn())) {
            assertThat(joined.getNumberOfPages()).isEqualTo(100);
        }
    }

    @Test
    void whoThrowsTheDraftAwayThrowsTheScansAway() throws Exception {
        scan("一叠.pdf", pdf(1));
        web.perform(delete("/api/drafts/" + draft).with(as(window.clerk()))).andExpect(status().isNoContent());
        assertThat(sql.sql("select count(*) from document where owner = ?")
                        .param(window.clerk().username())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyKnownPagesGoToMaterialsThatAreAskedFor() throws Exception {
        var page = pages(window.node(scan("一叠.pdf", pdf(1)))).get(0);
        arrange(List.of(page(page, 0, "passport-of-a-stranger", false))).andExpect(status().isNotFound());
        arrange(List.of(page(page, 45, material, false))).andExpect(status().isUnprocessableEntity());
        page.put("document", UUID.randomUUID().toString());
        arrange(List.of(page(page, 0, material, false)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("page-unknown"));
    }

    private void refused(String name, byte[] file, String code) throws Exception {
        scan(name, file)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value(code));
    }

    private ResultActions scan(String name, byte[] file) throws Exception {
        return web.perform(multipart("/api/drafts/" + draft + "/scans")
                .file(new MockMultipartFile("file", name, null, file))
                .with(as(window.clerk())));
    }

    private ResultActions arrange(List<Map<String, Object>> pages) throws Exception {
        return window.asClerk().ask(put("/api/drafts/" + draft + "/scans"), Map.of("pages", pages));
    }

    private static Map<String, Object> page(Map<String, Object> page, int turn, String material, boolean removed) {
        var said = new HashMap<>(page);
        said.put("turn", turn);
        said.put("materialKey", material);
        said.put("removed", removed);
        return said;
    }

    private List<Map<String, Object>> pages(JsonNode view) {
        var pages = new ArrayList<Map<String, Object>>();
        view.path("pages")
                .forEach(page -> pages.add(new HashMap<>(Map.of(
                        "document",
                        page.path("document").asText(),
                        "page",
                        page.path("page").asInt()))));
        return pages;
    }

    private List<String> documents() {
        return sql.sql("select document_id::text from draft_document where draft_id = ?::uuid and material_key = ?")
                .params(draft, material)
                .query(String.class)
                .list();
    }

    private byte[] handedIn() throws Exception {
        assertThat(documents()).hasSize(1);
        return web.perform(
                        get("/api/documents/" + documents().get(0) + "/content").with(as(window.clerk())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    /** Each page is one unit wider than the one before. */
    private static byte[] pdf(int pages) throws Exception {
        try (var document = new PDDocument()) {
            for (var n = 1; n <= pages; n++) {
                document.addPage(new PDPage(new PDRectangle(100 + n, 150)));
            }
            return bytes(document);
        }
    }

    private static byte[] locked() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return bytes(document);
        }
    }

    /** Begins and ends like a PDF; what lies between is none. */
    private static byte[] garbled(byte[] whole) {
        var broken = whole.clone();
        Arrays.fill(broken, 20, whole.length - 40, (byte) 'x');
        return broken;
    }

    private static byte[] bytes(PDDocument document) throws Exception {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
