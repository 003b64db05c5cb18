package io.onevisit.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.Locked;
import io.onevisit.Office;
import io.onevisit.PlatformTest;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.promises.DeferredMaterials;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Every act locks the application before its cases, and both before tasks, notices, materials and clocks. */
@PlatformTest
class LockOrderTest {

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Autowired
    DeferredMaterials deferred;

    @Autowired
    DataSource database;

    private Locked locked;
    private Applying parent;
    private Account officer;
    private Account clerk;

    @BeforeEach
    void people() {
        locked = new Locked(database);
        parent = office.parent();
        officer = office.officer(Role.APPROVER, "health");
        clerk = office.officer(Role.CLERK, null);
    }

    @Test
    void theClerksAnswer() throws Exception {
        var file = atTheClerks();
        var task = office.task(clerk, file.applicationNo());

        assertThat(behindTheApplication(file, () -> office.answer(clerk, task, Map.of("outcome", "accept"))))
                .isEqualTo(204);
    }

    @Test
    void aWithdrawalBeforeAcceptance() throws Exception {
        var file = atTheClerks();

        assertThat(behindTheApplication(file, () -> withdraw(file))).isEqualTo(204);
    }

    @Test
    void aWithdrawalUnderReview() throws Exception {
        var file = office.underReview(parent);

        assertThat(behindTheApplication(file, () -> withdraw(file))).isEqualTo(204);
    }

    @Test
    void aWithdrawalWaitsForTheCaseBeforeItTouchesWhatIsBelow() throws Exception {
        var file = office.underReview(parent);

        assertThat(behindTheCase(file, () -> withdraw(file))).isEqualTo(204);
    }

    @Test
    void aWithdrawalOfOneCase() throws Exception {
        var file = office.underReview(parent);

        assertThat(behindTheApplication(
                        file,
                        () -> office.send(
                                parent.person(),
                                "/api/applications/" + file.applicationNo() + "/withdrawal",
                                Map.of("caseNo", file.caseNo()))))
                .isEqualTo(204);
    }

    @Test
    void anOfficersDecision() throws Exception {
        var file = office.underReview(parent);
        var task = office.task(officer, file.caseNo());

        assertThat(behindTheCase(file, () -> office.answer(officer, task, Map.of("outcome", "grant"))))
                .isEqualTo(204);
    }

    @Test
    void anOfficersEnding() throws Exception {
        var file = office.underReview(parent);
        var path = "/api/tasks/" + office.task(officer, file.caseNo()) + "/ending";

        assertThat(behindTheApplication(
                        file, () -> office.send(officer, path, Map.of("kind", "return", "reason", "重复申报"))))
                .isEqualTo(204);
    }

    @Test
    void anAnswerToANoticeOfTheWholeApplication() throws Exception {
        var file = asked(atTheClerks(), clerk);
        var task = noticed(file);

        assertThat(behindTheApplication(file, () -> supplement(file, task))).isEqualTo(204);
    }

    @Test
    void anAnswerToANoticeOfOneCase() throws Exception {
        var file = asked(office.underReview(parent), officer);
        var task = noticed(file);

        assertThat(behindTheCase(file, () -> supplement(file, task))).isEqualTo(204);
    }

    @Test
    void aNoticeThatLapses() throws Exception {
        var file = asked(atTheClerks(), clerk);

        locked.behindTheApplication(file.applicationNo(), () -> {
            jobs.run(file.applicationNo(), "supplementDue");
            return null;
        });

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.RETURNED);
    }

    @Test
    void aNoticeOfOneCaseThatLapses() throws Exception {
        var file = asked(office.underReview(parent), officer);

        locked.behindTheCase(file.caseNo(), file.applicationNo(), () -> {
            jobs.run(file.caseNo(), "supplementDue");
            return null;
        });

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
    }

    @Test
    void theFifthWorkingDayWithoutANotice() throws Exception {
        var file = atTheClerks();

        locked.behindTheApplication(file.applicationNo(), () -> {
            jobs.run(file.applicationNo(), "noticeDue");
            return null;
        });

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.PRECHECK_PASSED);
    }

    @Test
    void aPromisedMaterialHandedIn() throws Exception {
        var file = office.submitted(parent);
        deferred.promise(file.applicationNo(), "mother-id", parent.person().name());
        office.goOn(file);

        locked.behindTheApplication(file.applicationNo(), () -> parent.handIn(file.applicationNo(), "mother-id"));

        assertThat(deferred.open(file.caseNo())).isEmpty();
    }

    private CaseFile atTheClerks() throws Exception {
        var file = office.submitted(parent);
        office.goOn(file, Map.of("mismatches", 1));
        return file;
    }

    private CaseFile asked(CaseFile file, Account by) throws Exception {
        var no = by == clerk ? file.applicationNo() : file.caseNo();
        office.answer(by, office.task(by, no), Map.of("outcome", "supplement", "opinion", "请说明孩子姓名的写法"));
        office.goOn(file);
        return file;
    }

    private String noticed(CaseFile file) throws Exception {
        return parent.read("/api/applications/" + file.applicationNo())
                .at("/supplements/0/taskId")
                .asText();
    }

    private ResultActions supplement(CaseFile file, String task) throws Exception {
        return office.send(
                parent.person(),
                "/api/applications/" + file.applicationNo() + "/supplement",
                Map.of("taskId", task, "note", "以户口簿为准"));
    }

    private ResultActions withdraw(CaseFile file) throws Exception {
        return office.send(
                parent.person(), "/api/applications/" + file.applicationNo() + "/withdrawal", Map.of("reason", "填错了"));
    }

    private int behindTheApplication(CaseFile file, Callable<ResultActions> act) throws Exception {
        return status(locked.behindTheApplication(file.applicationNo(), act));
    }

    private int behindTheCase(CaseFile file, Callable<ResultActions> act) throws Exception {
        return status(locked.behindTheCase(file.caseNo(), file.applicationNo(), act));
    }

    private static int status(ResultActions answer) {
        return answer.andReturn().getResponse().getStatus();
    }
}
