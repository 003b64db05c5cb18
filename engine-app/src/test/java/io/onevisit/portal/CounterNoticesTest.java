package io.onevisit.portal;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Applying;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What the window gives out on paper: all that is wanting, told once, and the receipt for what was taken in. */
@PlatformTest
class CounterNoticesTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient sql;

    private AtWindow window;
    private Account stranger;
    private Account visitor;
    private String draft;
    private List<String> required;

    @BeforeEach
    void aDraft() throws Exception {
        var people = new People(sql);
        window = new AtWindow(web, json, people.officer(Role.CLERK, null, "430102"));
        stranger = people.officer(Role.CLERK, null, "430102");
        visitor = people.citizen();
        draft = window.answered(AtWindow.card(visitor));
        required = window.required(draft);
    }

    @Test
    void whatIsWantingIsToldOnAPaperThatCanBeVerified() throws Exception {
        var list = window.asClerk().read("/api/drafts/" + draft + "/notices");
        assertThat(list.path("rows").findValuesAsText("subject")).containsAll(required);

        var told = window.node(tell(missing(), "请带原件").andExpect(status().isCreated()));
        var no = told.path("paperNo").asText();

        var text = text(no);
        assertThat(text).contains(no, "一次性告知书", "未提交", "请带原件", "扫码");
        assertThat(text.replaceAll("\\s", "")).contains(visitor.name(), "现一次性告知");
        assertThat(window.asClerk()
                        .read("/api/drafts/" + draft + "/notices")
                        .path("told")
                        .findValuesAsText("paperNo"))
                .containsExactly(no);
        var code = sql.sql("select code from paper where no = ?")
                .param(no)
                .query(String.class)
                .single();
        web.perform(get("/api/papers/%s/verification?code=%s".formatted(no, code)))
                .andExpect(jsonPath("$.genuine").value(true))
                .andExpect(jsonPath("$.title").value("一次性告知书"));
        web.perform(get("/api/papers/" + no).with(as(stranger))).andExpect(status().isNotFound());
        web.perform(get("/api/papers/" + no + "?shown=true").with(as(window.clerk())))
                .andExpect(header().string("Content-Disposition", containsString("inline")));
    }

    @Test
    void aNoticeThatLeavesSomethingOutIsRefused() throws Exception {
        tell(List.of(), "").andExpect(jsonPath("$.code").value("notice-empty"));
        tell(List.of(line("", "OTHER", "带户口簿原件", "核对住址")), "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("notice-incomplete"));
        tell(List.of(line(required.get(0), "WRONG", "", "看不清")), "")
                .andExpect(jsonPath("$.code").value("notice-line"));
        tell(List.of(line("unheard-of", "MISSING", "", "")), "")
                .andExpect(jsonPath("$.code").value("notice-unknown"));
        assertThat(sql.sql("select count(*) from counter_notice where draft_id = ?::uuid")
                        .param(draft)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCouldHaveBeenToldAtFirstIsNotToldLater() throws Exception {
        tell(missing(), "").andExpect(status().isCreated());
        tell(missing(), "").andExpect(status().isCreated()); // the same again is no new demand

        var more = new ArrayList<>(missing());
        more.add(line("", "OTHER", "结婚证复印件", "第一次没有说"));
        tell(more, "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("second-notice"))
                .andExpect(jsonPath("$.detail").value(containsString("结婚证复印件")));

        for (var key : required) {
            window.asClerk().upload(draft, key);
        }
        tell(List.of(line(required.get(0), "UNREADABLE", "", "新交的照片反光")), "").andExpect(status().isCreated());
        var answers = Applying.answers();
        answers.put("motherIdNo", "430102199203154520");
        window.save(draft, answers, 2);
        tell(List.of(line("motherIdNo", "WRONG", "", "校验码不对")), "").andExpect(status().isCreated());
    }

    @Test
    void theReceiptSaysWhatWasTakenInByWhom() throws Exception {
        tell(missing(), "").andExpect(status().isCreated());
        for (var key : required) {
            window.asClerk().upload(draft, key);
        }
        var receipt = window.node(window.submit(draft).andExpect(status().isCreated()));
        var text = text(receipt.path("paper").asText());
        assertThat(text.replaceAll("\\s", ""))
                .contains(
                        "收件凭证",
                        receipt.path("fullNo").asText(),
                        "芙蓉区政务服务中心综合窗口",
                        "人工核对",
                        "扫描件1页",
                        window.clerk().name());
        var application = receipt.path("applicationNo").asText();
        assertThat(new Applying(web, json, visitor)
                        .read("/api/applications/" + application)
                        .path("papers")
                        .findValuesAsText("title"))
                .contains("收件凭证");
        web.perform(get("/api/papers/" + receipt.path("paper").asText()).with(as(visitor)))
                .andExpect(status().isOk());
        assertThat(sql.sql("select application_no from counter_notice where draft_id = ?::uuid")
                        .param(draft)
                        .query(String.class)
                        .single())
                .isEqualTo(application);
    }

    private List<Map<String, Object>> missing() {
        return required.stream().map(key -> line(key, "MISSING", "", "")).toList();
    }

    private static Map<String, Object> line(String subject, String why, String name, String reason) {
        return Map.of("subject", subject, "why", why, "name", name, "reason", reason);
    }

    private ResultActions tell(List<Map<String, Object>> lines, String note) throws Exception {
        return window.asClerk().ask(post("/api/drafts/" + draft + "/notices"), Map.of("lines", lines, "note", note));
    }

    private String text(String paper) throws Exception {
        var pdf = web.perform(get("/api/papers/" + paper).with(as(window.clerk())))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
