package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.JournalEntry;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** Every way a case can go besides the straight one: taken back, returned, voided, sent on, extended, reviewed by two. */
@PlatformTest
class CaseLifeTest {

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    Applications applications;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    private Applying parent;
    private Account officer;

    @BeforeEach
    void people() {
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
    }

    @Test
    void aParentTakesAnApplicationBackBeforeItsDecision() throws Exception {
        var file = office.underReview(parent);
        var task = office.task(officer, file.caseNo());

        withdraw(file).andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(now(file).result().name()).isEqualTo("RETURNED");
        assertThat(applications.get(file.applicationNo()).state().name()).isEqualTo("WITHDRAWN");
        office.answer(officer, task, Map.of("outcome", "grant")).andExpect(status().isConflict());
        withdraw(file)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("nothing-to-withdraw"));
        assertThat(last(file).forWhom()).isEqualTo(file.applicantName());
    }

    @Test
    void aParentTakesAnApplicationBackWhileItsMaterialsAreChecked() throws Exception {
        var file = office.submitted(parent);
        office.goOn(file, Map.of("mismatches", 1));

        withdraw(file).andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(applications.get(file.applicationNo()).closedAt()).isNotNull();
    }

    @Test
    void whatIsDecidedIsNotTakenBack() throws Exception {
        var file = office.underReview(parent);
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());

        office.send(
                        parent.person(),
                        "/api/applications/" + file.applicationNo() + "/withdrawal",
                        Map.of("caseNo", file.caseNo()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("case-decided"));

        assertThat(now(file).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    @Test
    void ofAWithdrawalAndADecisionAtOnceExactlyOneCounts() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 4; round++) {
                var file = office.underReview(parent);
                var task = office.task(officer, file.caseNo());
                var start = new CyclicBarrier(2);
                var withdrawn = pool.submit(() -> {
                    start.await();
                    return withdraw(file).andReturn().getResponse().getStatus();
                });
                var granted = pool.submit(() -> {
                    start.await();
                    return office.answer(officer, task, Map.of("outcome", "grant"))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                });
                assertThat(List.of(withdrawn.get(), granted.get()))
                        .as("round " + round)
                        .containsExactlyInAnyOrder(204, 409);
                var takenBack = withdrawn.get() == 204;
                office.goOn(file);

                assertThat(now(file).state()).isEqualTo(takenBack ? CaseState.WITHDRAWN : CaseState.DELIVERED);
                assertThat(now(file).decision()).isEqualTo(takenBack ? null : "grant");
            }
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "return,RETURNED,RETURNED",
        "void,VOIDED,VOIDED",
        "delete,VOIDED,DELETED",
        "transfer,TRANSFERRED,TRANSFERRED"
    })
    void anOfficerEndsACaseWithAReason(String kind, CaseState state, String result) throws Exception {
        var file = office.underReview(parent);
        var path = "/api/tasks/" + office.task(officer, file.caseNo()) + "/ending";

        office.send(officer, path, Map.of("kind", kind, "to", "省级机关"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reason"));
        office.send(officer, path, Map.of("kind", kind, "reason", "重复申报", "to", "省级机关"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(state);
        assertThat(now(file).result().name()).isEqualTo(result);
        assertThat(office.task(officer, file.caseNo())).isNull();
    }

    @Test
    void aSubstantiveReviewIsDecidedByTwoOfficers() throws Exception {
        var file = office.underReview(parent);
        sql.sql("update case_file set substantive = true where case_no = ?")
                .param(file.caseNo())
                .update();
        var second = office.officer(Role.APPROVER, "health");
        sql.sql(
                        "update act_ru_variable set long_ = 1 where name_ = 'substantive' and proc_inst_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")
                .param(file.caseNo())
                .update();

        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(now(file).decision()).isNull();
        var review = office.task(officer, file.caseNo());
        assertThat(office.read(second, "/api/tasks/" + review).path("facts").toString())
                .contains(officer.name());
        office.answer(officer, review, Map.of("outcome", "agree"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("same-officer"));
        office.answer(second, review, Map.of("outcome", "agree")).andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(now(file).decidedBy()).contains(officer.name(), second.name());
    }

    @Test
    void theHeadExtendsTheLimitsOnceByTenWorkingDaysAtMost() throws Exception {
        var file = office.underReview(parent);
        var head = office.officer(Role.HEAD, "health");

        extend(file, 11).andExpect(status().isUnprocessableEntity());
        extend(file, 5).andExpect(status().isNoContent());
        office.goOn(file);
        var approval = office.task(head, file.caseNo());
        assertThat(office.read(head, "/api/tasks/" + approval).path("facts").toString())
                .contains("情况复杂");
        office.answer(head, approval, Map.of("outcome", "approve")).andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).yellowAt()).isAfter(file.yellowAt());
        extend(file, 5)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("extended-already"));
        assertThat(now(file).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    @Test
    void whatTheHeadRejectsWaitsForNobodyAnyMoreAndMayBeAskedForAgain() throws Exception {
        var file = office.underReview(parent);
        var head = office.officer(Role.HEAD, "health");
        extend(file, 5).andExpect(status().isNoContent());
        office.goOn(file);
        office.answer(head, office.task(head, file.caseNo()), Map.of("outcome", "reject", "opinion", "可以按期办结"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(last(file).what()).isEqualTo("不批准延长审批期限");
        assertThat(last(file).who()).isEqualTo(head.name());
        assertThat(last(file).basis()).contains("第四十二条");
        assertThat(office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()))
                        .path("facts")
                        .toString())
                .doesNotContain("申请延长审批期限");
        extend(file, 5).andExpect(status().isNoContent());
    }

    @Test
    void everyClosedCaseSaysItsResultWithItsCode() throws Exception {
        var file = office.underReview(parent);
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(cases.journal(file.caseNo()))
                .filteredOn(entry -> entry.what().equals("已办结"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("办结（办结结果代码 6）"));
    }

    @Test
    void aClerkNamesTheRightBodyWhenThisOneIsNot() throws Exception {
        var file = office.submitted(parent);
        office.goOn(file, Map.of("mismatches", 1));
        var clerk = office.officer(Role.CLERK, null);
        var task = office.task(clerk, file.applicationNo());

        office.answer(clerk, task, Map.of("outcome", "refuse", "opinion", "不属于本机关职权"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("rightBody"));
        office.answer(clerk, task, Map.of("outcome", "refuse", "opinion", "不属于本机关职权", "rightBody", "省卫生健康委"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.ACCEPTANCE_REFUSED);
        assertThat(last(file).detail()).contains("省卫生健康委");
        assertThat(last(file).basis()).contains("第三十二条");
    }

    @ParameterizedTest
    @CsvSource({"not-applicable,NOT_APPLICABLE", "fail,RETURNED"})
    void aClerkEndsWhatNeedsNoPermitOrCannotPass(String outcome, CaseState state) throws Exception {
        var file = office.submitted(parent);
        office.goOn(file, Map.of("mismatches", 1));
        var clerk = office.officer(Role.CLERK, null);

        office.answer(clerk, office.task(clerk, file.applicationNo()), Map.of("outcome", outcome, "opinion", "理由如下"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(state);
        assertThat(cases.journal(file.caseNo()).stream()
                        .map(entry -> entry.what())
                        .toList())
                .contains(outcome.equals("fail") ? "预审不通过" : "不受理");
    }

    @Test
    void fiveWorkingDaysWithoutANoticeMakeTheDayOfReceiptTheDayOfAcceptance() throws Exception {
        var file = office.submitted(parent);
        office.goOn(file, Map.of("mismatches", 1));

        jobs.run(file.applicationNo(), "noticeDue");
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(now(file).acceptedAt()).isEqualTo(file.submittedAt());
    }

    @Test
    void aSecondNoticeNeedsASupervisorsReason() throws Exception {
        var file = office.underReview(parent);
        ask(file).andExpect(status().isNoContent());
        office.goOn(file);
        var asked = parent.read("/api/applications/" + file.applicationNo())
                .path("supplements")
                .path(0);
        var path = "/api/applications/" + file.applicationNo() + "/supplement";
        var taskId = asked.path("taskId").asText();
        office.send(parent.person(), path, Map.of("taskId", taskId)).andExpect(status().isUnprocessableEntity());
        office.send(parent.person(), path, Map.of("taskId", taskId, "note", "姓名以户口簿为准"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        var page = office.read(officer, "/api/tasks/" + office.task(officer, file.caseNo()));
        assertThat(page.path("facts").toString()).contains("姓名以户口簿为准");

        ask(file).andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("second-notice"));
        office.send(office.supervisor(), "/api/cockpit/notices/" + file.caseNo() + "/second", Map.of("reason", "法律有变"))
                .andExpect(status().isNoContent());
        ask(file).andExpect(status().isNoContent());

        assertThat(cases.journal(file.caseNo()).toString()).contains("违反一次性告知");
    }

    @Test
    void whatIsFetchedAtTheCounterIsRegisteredWithItsReceiver() throws Exception {
        var file = office.underReview(parent);
        sql.sql("update case_file set delivery = 'COUNTER' where case_no = ?")
                .param(file.caseNo())
                .update();
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", "grant"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(now(file).state()).isEqualTo(CaseState.CLOSED);
        var clerk = office.officer(Role.CLERK, null);

        office.answer(
                        clerk,
                        office.task(clerk, file.caseNo()),
                        Map.of("outcome", "counter", "receiver", "张三", "deliveredOn", "2026-03-02"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(now(file).deliveredAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"grant,DONE,第四十四条", "deny,DENIED,第三十八条第二款"})
    void aDecisionWithoutALicenseIsDeliveredToTheAccountItWasAppliedFrom(String outcome, String result, String basis)
            throws Exception {
        var file = office.underReview(parent);
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", outcome, "opinion", "经审查"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(now(file).result().name()).isEqualTo(result);
        assertThat(now(file).deliveredAt()).isNotNull();
        assertThat(last(file).who()).isEqualTo("平台");
        assertThat(last(file).detail()).contains("电子送达");
        assertThat(last(file).basis()).contains(basis);
        assertThat(office.task(office.officer(Role.CLERK, null), file.caseNo())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"grant,counter", "deny,post"})
    void aDecisionAppliedForAtTheWindowIsRegisteredThere(String outcome, String how) throws Exception {
        var file = office.underReview(parent);
        sql.sql("update case_file set channel = 'WINDOW' where case_no = ?")
                .param(file.caseNo())
                .update();
        office.answer(officer, office.task(officer, file.caseNo()), Map.of("outcome", outcome, "opinion", "经审查"))
                .andExpect(status().isNoContent());
        office.goOn(file);
        assertThat(now(file).state()).isEqualTo(CaseState.CLOSED);
        var clerk = office.officer(Role.CLERK, null);

        office.answer(
                        clerk,
                        office.task(clerk, file.caseNo()),
                        Map.of("outcome", how, "receiver", "张三", "deliveredOn", "2026-03-02"))
                .andExpect(status().isNoContent());
        office.goOn(file);

        assertThat(now(file).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(last(file).who()).isEqualTo(clerk.name());
    }

    private ResultActions withdraw(CaseFile file) throws Exception {
        return office.send(
                parent.person(), "/api/applications/" + file.applicationNo() + "/withdrawal", Map.of("reason", "填错了"));
    }

    private ResultActions extend(CaseFile file, int days) throws Exception {
        return office.answer(
                officer,
                office.task(officer, file.caseNo()),
                Map.of("outcome", "extension", "opinion", "情况复杂", "days", days));
    }

    private ResultActions ask(CaseFile file) throws Exception {
        return office.answer(
                officer, office.task(officer, file.caseNo()), Map.of("outcome", "supplement", "opinion", "请说明孩子姓名的写法"));
    }

    private CaseFile now(CaseFile file) {
        return cases.get(file.caseNo());
    }

    private JournalEntry last(CaseFile file) {
        return cases.journal(file.caseNo()).stream()
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
