package io.onevisit.papers;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Numbers;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Papers are issued with the acts, drawn as PDF for whom they are about, and verified by anybody who holds them. */
@PlatformTest
class PapersTest {

    @Autowired
    Office office;

    @Autowired
    Papers papers;

    @Autowired
    MockMvc web;

    @Test
    void acceptanceAndDenialLeaveTheirPapers() throws Exception {
        var parent = office.parent();
        var file = office.underReview(parent);
        var officer = office.officer(Role.APPROVER, "health");
        var task = office.task(officer, file.caseNo());
        office.answer(officer, task, Map.of("outcome", "deny", "opinion", "户籍不在本省"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        var issued = papers.of(file.applicationNo());
        assertThat(issued.stream().map(Paper::title).toList()).containsExactlyInAnyOrder("受理通知书", "不予办理决定书", "办结通知书");
        assertThat(issued)
                .allSatisfy(paper -> assertThat(Numbers.isValid(paper.no())).isTrue());
        var denial = issued.stream()
                .filter(p -> p.kind().equals("DENIAL"))
                .findFirst()
                .orElseThrow();
        var text = text(download(denial, parent.person()));
        assertThat(text.replaceAll("\\s", "")).contains("期限为示例（依据待核对）");
        assertThat(text).contains(denial.no(), "户籍不在本省", "行政复议", "电子样章", denial.code());
        assertThat(office.read(parent.person(), "/api/applications/" + file.applicationNo())
                        .path("papers"))
                .hasSize(3);
        assertThat(office.read(officer, "/api/tasks/" + task).path("issued")).isNotEmpty();
    }

    @Test
    void anybodyWhoHoldsAPaperMaySeeThatItIsGenuine() throws Exception {
        var file = office.underReview(office.parent());
        var paper = papers.of(file.applicationNo()).get(0);
        var path = "/api/papers/" + paper.no() + "/verification?code=";

        web.perform(get(path + paper.code()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.genuine").value(true))
                .andExpect(jsonPath("$.title").value("受理通知书"))
                .andExpect(jsonPath("$.addressee").value(org.hamcrest.Matchers.endsWith("*")));
        web.perform(get(path + "WRONG"))
                .andExpect(jsonPath("$.genuine").value(false))
                .andExpect(jsonPath("$.subject").isEmpty());
    }

    @Test
    void theCodeOnAPaperLeadsToItsVerification() throws Exception {
        var parent = office.parent();
        var paper = papers.of(office.underReview(parent).applicationNo()).get(0);

        try (var document = Loader.loadPDF(download(paper, parent.person()))) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            var seen = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen)));
            assertThat(read.getText()).contains("/verify/" + paper.no(), paper.code());
        }
    }

    @Test
    void nobodyElseReadsAPaper() throws Exception {
        var file = office.underReview(office.parent());
        var paper = papers.of(file.applicationNo()).get(0);

        for (var stranger : new Account[] {office.parent().person(), office.officer(Role.APPROVER, "police")}) {
            web.perform(get("/api/papers/" + paper.no()).with(as(stranger))).andExpect(status().isNotFound());
        }
        web.perform(get("/api/papers/" + paper.no())).andExpect(status().isUnauthorized());
    }

    private byte[] download(Paper paper, Account reader) throws Exception {
        var pdf = web.perform(get("/api/papers/" + paper.no()).with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return pdf;
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
