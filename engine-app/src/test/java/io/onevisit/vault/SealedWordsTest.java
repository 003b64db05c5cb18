package io.onevisit.vault;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.identity.Role;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import io.onevisit.papers.Papers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What people wrote and what they were told is sealed, whatever table it lies in, and a paper still cannot be changed. */
@PlatformTest
class SealedWordsTest {

    @Autowired
    Office office;

    @Autowired
    JdbcClient sql;

    @Autowired
    ObjectMapper json;

    @Autowired
    Resealing resealing;

    @Autowired
    Papers papers;

    @Autowired
    Inbox inbox;

    @Autowired
    MockMvc web;

    @Test
    void whatSomebodyAskedIsReadByThemAndNotInACopy() throws Exception {
        var person = office.parent().person();
        var words = "我家住天心区某路12号，电话13812345678，孩子的病历" + UUID.randomUUID();
        var answer = web.perform(post("/api/orders")
                        .with(as(person))
                        .contentType("application/json")
                        .content(json.writeValueAsString(
                                Map.of("kind", "CONSULTATION", "duty", "other", "region", "430102", "text", words))))
                .andExpect(status().isCreated())
                .andReturn();
        var no = json.readTree(answer.getResponse().getContentAsByteArray())
                .path("no")
                .asText();

        var seen = web.perform(get("/api/orders").with(as(person))).andReturn();
        assertThat(seen.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains(words);
        assertThat(rows("work_order", "no", no)).contains("enc:k").doesNotContain("天心区", "13812345678");
        assertThat(rows("work_item", "subject_no", no)).as("its tasks").doesNotContain("天心区");
        assertThat(rows("notice_message", "recipient", person.username())).doesNotContain("天心区");
    }

    @Test
    void theCallerOfACallIsSealed() throws Exception {
        var agent = office.officer(Role.AGENT, null);
        var file = office.submitted(office.parent());
        office.send(
                        agent,
                        "/api/hotline/intake/cases",
                        Map.of("contactName", "来电人" + agent.username(), "caseNo", file.caseNo()))
                .andExpect(status().isOk());

        assertThat(rows("hotline_call", "agent", agent.username()))
                .contains("enc:k")
                .doesNotContain("来电人");
    }

    @Test
    void aMessageIsReadAsItWasWritten() {
        var recipient = office.parent().person().username();
        inbox.deliver(new Message(
                UUID.randomUUID(),
                "sealed:" + recipient,
                recipient,
                "supplement",
                "补正告知",
                "请补交您的离婚证。",
                "A0",
                null,
                Instant.now()));

        assertThat(inbox.of(recipient)).extracting(Inbox.Entry::text).containsExactly("请补交您的离婚证。");
        assertThat(rows("notice_message", "recipient", recipient))
                .contains("enc:k")
                .doesNotContain("离婚证");
    }

    @Test
    void aPaperIsReadAsItWasWritten() throws Exception {
        var file = office.underReview(office.parent());

        var paper = papers.of(file.applicationNo()).get(0);

        assertThat(paper.paragraphs()).hasSizeGreaterThan(1).noneMatch(text -> text.startsWith("enc:"));
        assertThat(rows("paper", "no", paper.no()))
                .contains("enc:k")
                .doesNotContain(paper.paragraphs().get(0));
    }

    @Test
    void aPaperFromBeforeIsSealedAndOtherwiseNeverChanged() {
        var no = "D" + UUID.randomUUID().toString().substring(0, 20);
        sql.sql(
                        """
                        insert into paper (no, kind, title, application_no, issuer, addressee, subject, paragraphs, code, issued_at)
                        values (?, 'ACCEPTANCE', '受理通知书', 'A0', '某局', '张三', '某事项', array['第一段"引号"', '第二段'], 'X', now())""")
                .param(no)
                .update();

        assertThat(resealing.plain()).containsKey("paper.paragraphs");
        assertThat(resealing.run(true)).containsKey("paper.paragraphs");

        assertThat(rows("paper", "no", no)).contains("enc:k").doesNotContain("第一段");
        assertThat(papers.find(no).orElseThrow().paragraphs()).containsExactly("第一段\"引号\"", "第二段");
        assertThat(resealing.run(true)).as("a second run finds nothing").isEmpty();
        for (var change : List.of(
                "update paper set paragraphs = array['别的'] where no = ?",
                "update paper set subject = '别的' where no = ?",
                "update paper set addressee = '别的', paragraphs = array['enc:k1:x'] where no = ?",
                "delete from paper where no = ?")) {
            assertThatThrownBy(() -> sql.sql(change).param(no).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private String rows(String table, String column, String value) {
        return sql.sql("select coalesce(string_agg(to_jsonb(t)::text, ' '), '') from %s t where %s = ?"
                        .formatted(table, column))
                .param(value)
                .query(String.class)
                .single();
    }
}
