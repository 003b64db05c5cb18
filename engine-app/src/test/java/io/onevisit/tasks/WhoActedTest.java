package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal names the person who acted, and in whose case; the platform only where nobody did. */
@PlatformTest
class WhoActedTest {

    private static final String PLATFORM = "平台";

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    private Applying parent;
    private Account officer;
    private Account clerk;
    private CaseFile file;

    @BeforeEach
    void people() {
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
        clerk = office.officer(Role.CLERK, null);
    }

    @AfterEach
    void noPostIsNamedInAPersonsPlace() {
        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.who()).isNotIn("", "承办人", "综窗", "申请人", "窗口", "部门"))
                .allSatisfy(entry -> assertThat(entry.forWhom()).isEqualTo(file.applicantName()));
    }

    @Test
    void whatNobodyDidThePlatformDid() throws Exception {
        file = office.underReview(parent);

        assertThat(who("提交申报")).isEqualTo(file.applicantName());
        assertThat(who("提交申请")).isEqualTo(file.applicantName());
        for (var what : List.of("预审通过", "已收件", "已受理", "审查中")) {
            assertThat(who(what)).as(what).isEqualTo(PLATFORM);
        }
    }

    @Test
    void theClerkWhoPassesMaterials() throws Exception {
        file = atTheClerks();
        answer(clerk, file.applicationNo(), Map.of("outcome", "accept", "opinion", "原件已核对"));

        assertThat(who("预审通过")).isEqualTo(clerk.name());
        assertThat(line("预审通过").detail()).contains("原件已核对");
    }

    @Test
    void whatIsDeemedAcceptedNobodyPassed() throws Exception {
        file = atTheClerks();
        jobs.run(file.applicationNo(), "noticeDue");

        assertThat(who("视为受理")).isEqualTo(PLATFORM);
        assertThat(who("预审通过")).isEqualTo(PLATFORM);
    }

    @Test
    void theClerkWhoAsksAndTheApplicantWhoAnswers() throws Exception {
        file = atTheClerks();
        answer(clerk, file.applicationNo(), Map.of("outcome", "supplement", "opinion", "请说明孩子姓名的写法"));
        supplement(parent.person());

        assertThat(who("待补正")).isEqualTo(clerk.name());
        assertThat(lines().stream().filter(entry -> entry.what().equals("已提交")).map(JournalEntry::who))
                .containsExactly(parent.person().name());
    }

    @Test
    void theClerkAtTheWindowWhoHandsInForTheApplicant() throws Exception {
        file = atTheClerks();
        answer(clerk, file.applicationNo(), Map.of("outcome", "supplement", "opinion", "请说明孩子姓名的写法"));
        sql.sql("update application set intake_by = ?, channel = 'WINDOW' where application_no = ?")
                .params(clerk.username(), file.applicationNo())
                .update();
        supplement(clerk);

        assertThat(who("已提交")).isEqualTo(clerk.name());
        assertThat(line("已提交").forWhom()).isEqualTo(file.applicantName());
    }

    @Test
    void whatThePlatformItselfFoundWanting() throws Exception {
        file = office.submitted(parent);
        office.goOn(file, Map.of("missingMaterials", 1));

        assertThat(who("待补正")).isEqualTo(PLATFORM);
    }

    @Test
    void theOfficersOfASpecialProcedure() throws Exception {
        file = office.underReview(parent);
        var colleague = office.officer(Role.APPROVER, "health");
        answer(
                officer,
                file.caseNo(),
                Map.of("outcome", "special-procedure", "kind", "调查核实", "days", 5, "opinion", "须入户核实"));
        var task = office.task(colleague, file.caseNo());
        office.answer(colleague, task, Map.of("outcome", "end", "opinion", "核实无误"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(who("特别程序中")).isEqualTo(officer.name());
        var resumed = lines().stream()
                .filter(entry -> entry.what().equals("审查中"))
                .reduce((before, last) -> last)
                .orElseThrow();
        assertThat(resumed.who()).isEqualTo(colleague.name());
        assertThat(resumed.detail()).contains("核实无误");
    }

    @Test
    void theHeadWhoExtends() throws Exception {
        file = office.underReview(parent);
        var head = office.officer(Role.HEAD, "health");
        answer(officer, file.caseNo(), Map.of("outcome", "extension", "days", 5, "opinion", "情况复杂"));
        answer(head, file.caseNo(), Map.of("outcome", "approve"));

        assertThat(who("申请延长审批期限")).isEqualTo(officer.name());
        assertThat(who("延长审批期限")).isEqualTo(head.name());
        assertThat(line("延长审批期限").detail()).contains("5 个工作日", "情况复杂");
    }

    @Test
    void theOfficerWhoDecidesAndTheClerkWhoHandsOver() throws Exception {
        file = office.underReview(parent);
        sql.sql("update case_file set delivery = 'COUNTER' where case_no = ?")
                .param(file.caseNo())
                .update();
        answer(officer, file.caseNo(), Map.of("outcome", "grant"));
        answer(clerk, file.caseNo(), Map.of("outcome", "counter", "receiver", "张三", "deliveredOn", "2026-03-02"));

        assertThat(who("准予")).isEqualTo(officer.name());
        assertThat(who("已办结")).isEqualTo(PLATFORM);
        assertThat(who("已送达")).isEqualTo(clerk.name());
    }

    @Test
    void theOfficerWhoReturnsAndTheApplicantWhoTakesBack() throws Exception {
        file = office.underReview(parent);
        office.send(
                        officer,
                        "/api/tasks/" + office.task(officer, file.caseNo()) + "/ending",
                        Map.of("kind", "return", "reason", "重复申报"))
                .andExpect(status().isNoContent());
        assertThat(who("已退件")).isEqualTo(officer.name());

        file = office.underReview(parent);
        office.send(
                        parent.person(),
                        "/api/applications/" + file.applicationNo() + "/withdrawal",
                        Map.of("reason", "填错了"))
                .andExpect(status().isNoContent());
        assertThat(who("已撤回")).isEqualTo(parent.person().name());
    }

    private CaseFile atTheClerks() throws Exception {
        var submitted = office.submitted(parent);
        office.goOn(submitted, Map.of("mismatches", 1));
        return submitted;
    }

    private void answer(Account by, String no, Map<String, Object> answers) throws Exception {
        office.answer(by, office.task(by, no), answers).andExpect(status().isNoContent());
        office.goOn(file);
    }

    private void supplement(Account by) throws Exception {
        var task = office.read(by, "/api/applications/" + file.applicationNo())
                .at("/supplements/0/taskId")
                .asText();
        office.send(
                        by,
                        "/api/applications/" + file.applicationNo() + "/supplement",
                        Map.of("taskId", task, "note", "以户口簿为准"))
                .andExpect(status().isNoContent());
        jobs.runReady(file.applicationNo());
    }

    private String who(String what) {
        return line(what).who();
    }

    /** The first line of this kind, of the application or of its case. */
    private JournalEntry line(String what) {
        return lines().stream()
                .filter(entry -> entry.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + what + " in " + lines()));
    }

    private List<JournalEntry> lines() {
        return Stream.concat(cases.journal(file.applicationNo()).stream(), cases.journal(file.caseNo()).stream())
                .toList();
    }
}
