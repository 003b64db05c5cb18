package io.onevisit.papers;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What ends before a decision, and what moves a limit, leaves a paper for the applicant and for whoever works on the case. */
@PlatformTest
class EndingPapersTest {

    @Autowired
    Office office;

    @Autowired
    Papers papers;

    @Autowired
    Cases cases;

    @Autowired
    MockMvc web;

    @Autowired
    Jobs jobs;

    private Applying parent;
    private Account officer;
    private Account clerk;

    @BeforeEach
    void people() {
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
        clerk = office.officer(Role.CLERK, null);
    }

    @Test
    void aWithdrawalUnderReview() throws Exception {
        var file = office.underReview(parent);
        var task = office.task(officer, file.caseNo());
        withdraw(file);

        var paper = only(file, "撤回申请确认书");
        assertThat(paper.caseNo()).isEqualTo(file.caseNo());
        assertThat(text(paper, parent.person()))
                .contains(file.caseNo(), "生育登记", "按您的要求撤回", "撤回原因：填错了", "示例（依据待核对）", paper.code());
        assertThat(text(paper, officer)).contains(file.caseNo());
        assertThat(office.read(officer, "/api/tasks/" + task).path("issued").toString())
                .contains("撤回申请确认书");
    }

    @Test
    void whatIsTakenBackAsAWholeBeforeAcceptanceIsConfirmedInOnePaper() throws Exception {
        var no = parent.submitted(List.of("fertilityRegistration", "parentingGuidance"))
                .path("applicationNo")
                .asText();
        var files = cases.ofApplication(no);
        office.goOn(files.get(0), Map.of("mismatches", 1));
        withdraw(files.get(0));

        var paper = only(files.get(0), "撤回申请确认书");
        assertThat(paper.caseNo()).isNull();
        assertThat(paper.issuer()).isEqualTo("政务服务综合窗口");
        assertThat(text(paper, parent.person()))
                .contains(no, files.get(0).caseNo(), files.get(1).caseNo(), "1. ", "2. ");
        assertThat(text(paper, clerk)).contains(no);
    }

    @Test
    void anOfficersReturn() throws Exception {
        var file = office.underReview(parent);
        end(file, Map.of("kind", "return", "reason", "重复申报", "to", "省级机关"));

        assertThat(text(only(file, "退件通知书"), parent.person()))
                .contains(file.caseNo(), "予以退件", "退件理由：重复申报。", "重新提出申请", "12345")
                .doesNotContain("省级机关");
    }

    @Test
    void whatAClerkCannotPass() throws Exception {
        var file = atTheClerks();
        office.answer(clerk, office.task(clerk, file.applicationNo()), Map.of("outcome", "fail", "opinion", "事项选错"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(text(only(file, "退件通知书"), parent.person())).contains("退件理由：事项选错。");
    }

    @Test
    void aNoticeThatNobodyAnswered() throws Exception {
        var file = atTheClerks();
        office.answer(
                        clerk,
                        office.task(clerk, file.applicationNo()),
                        Map.of("outcome", "supplement", "opinion", "请说明孩子姓名的写法"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        jobs.run(file.applicationNo(), "supplementDue");
        office.goOn(file);

        assertThat(text(only(file, "退件通知书"), parent.person())).contains("补正期限届满未补正", "视为撤回申请");
    }

    @Test
    void aCaseSentOn() throws Exception {
        var file = office.underReview(parent);
        end(file, Map.of("kind", "transfer", "reason", "初审合格", "to", "湖南省卫生健康委员会"));

        var paper = only(file, "转报告知书");
        assertThat(text(paper, parent.person())).contains("报送湖南省卫生健康委员会", "转报理由：初审合格。", "不得要求您重复提供申请材料", "第三十五条、第四十三条");
        web.perform(get("/api/papers/" + paper.no() + "/verification?code=" + paper.code()))
                .andExpect(jsonPath("$.genuine").value(true))
                .andExpect(jsonPath("$.title").value("转报告知书"));
    }

    @ParameterizedTest
    @CsvSource({"void,予以作废", "delete,登记错误予以删除"})
    void aCaseVoided(String kind, String how) throws Exception {
        var file = office.underReview(parent);
        end(file, Map.of("kind", kind, "reason", "主体信息录错"));

        assertThat(text(only(file, "作废告知书"), parent.person())).contains(how, "理由：主体信息录错。");
    }

    @Test
    void aSpecialProcedureAndAnExtension() throws Exception {
        var file = office.underReview(parent);
        answer(officer, file, Map.of("outcome", "special-procedure", "kind", "调查核实", "days", 5, "opinion", "须入户核实"));
        answer(officer, file, Map.of("outcome", "end", "opinion", "核实无误"));
        answer(officer, file, Map.of("outcome", "extension", "days", 6, "opinion", "情况复杂"));
        answer(office.officer(Role.HEAD, "health"), file, Map.of("outcome", "approve"));

        assertThat(text(only(file, "特别程序所需时间告知书"), parent.person())).contains("调查核实：须入户核实", "所需时间为 5 个工作日", "第四十五条");
        assertThat(text(only(file, "延长审批期限告知书"), parent.person())).contains("延长 6 个工作日", "延长理由：情况复杂", "第四十二条第一款");
    }

    @ParameterizedTest
    @CsvSource({"grant,准予行政给付决定书,决定准予行政给付", "deny,不予行政给付决定书,决定不予行政给付"})
    void aDecisionIsNamedByWhatTheItemIsInLaw(String outcome, String title, String says) throws Exception {
        var no = parent.submitted(List.of("maternityBenefit"))
                .path("applicationNo")
                .asText();
        var file = cases.ofApplication(no).get(0);
        office.goOn(file);
        answer(office.officer(Role.APPROVER, "insurance"), file, Map.of("outcome", outcome, "opinion", "票据齐全，符合支付条件"));

        assertThat(text(only(file, title), parent.person())).contains(says, "理由：票据齐全，符合支付条件");
        assertThat(text(only(file, "办结通知书"), parent.person()))
                .contains("结果：" + (outcome.equals("grant") ? "准予" : "不予") + "行政给付");
    }

    @Test
    void whatIsDeemedAcceptedSaysSo() throws Exception {
        var file = atTheClerks();
        jobs.run(file.applicationNo(), "noticeDue");
        office.goOn(file);

        assertThat(text(only(file, "受理通知书"), parent.person())).contains("五个工作日内没有告知", "第四项");
        assertThat(cases.journal(file.caseNo()))
                .filteredOn(entry -> entry.what().equals("已受理"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.basis()).endsWith("第四项"));
    }

    private CaseFile atTheClerks() throws Exception {
        var file = office.submitted(parent);
        office.goOn(file, Map.of("mismatches", 1));
        return file;
    }

    private void answer(Account by, CaseFile file, Map<String, Object> answers) throws Exception {
        office.answer(by, office.task(by, file.caseNo()), answers).andExpect(status().isNoContent());
        office.goOn(file);
    }

    private void end(CaseFile file, Map<String, Object> how) throws Exception {
        office.send(officer, "/api/tasks/" + office.task(officer, file.caseNo()) + "/ending", how)
                .andExpect(status().isNoContent());
        office.goOn(file);
    }

    private void withdraw(CaseFile file) throws Exception {
        office.send(
                        parent.person(),
                        "/api/applications/" + file.applicationNo() + "/withdrawal",
                        Map.of("reason", "填错了"))
                .andExpect(status().isNoContent());
        office.goOn(file);
    }

    /** The one paper of this title, with a number of ours and in the applicant's list. */
    private Paper only(CaseFile file, String title) throws Exception {
        var found = papers.of(file.applicationNo()).stream()
                .filter(paper -> paper.title().equals(title))
                .toList();
        assertThat(found).as(title).hasSize(1);
        assertThat(Numbers.isValid(found.get(0).no())).isTrue();
        assertThat(office.read(parent.person(), "/api/applications/" + file.applicationNo())
                        .path("papers")
                        .findValuesAsText("no"))
                .contains(found.get(0).no());
        return found.get(0);
    }

    /** What the reader sees on it, without the breaks of its lines, none of which goes through a number. */
    private String text(Paper paper, Account reader) throws Exception {
        var pdf = web.perform(get("/api/papers/" + paper.no()).with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var lines = new PDFTextStripper().getText(document);
            assertThat(lines).contains(paper.caseNo() == null ? paper.applicationNo() : paper.caseNo());
            return lines.replaceAll("[\\r\\n]+", "");
        }
    }
}
