package io.onevisit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.engine.Alarms;
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that was broken off begins again from the platform's records, and never against the law. */
class RestartTest extends OperationsTestCase {

    @Autowired
    Alarms alarms;

    @Test
    void aCaseWhoseProcessWasBrokenOffIsReviewedAndClosed() throws Exception {
        var file = brokenOff();
        assertThat(office.read(operator, PLACE + "/choices/broken").findValuesAsText("number"))
                .contains(file.caseNo(), file.applicationNo());
        assertThat(office.read(elsewhere, PLACE + "/choices/broken").toString()).doesNotContain(file.caseNo());
        var edition = office.read(operator, PLACE + "/choices/broken/" + file.caseNo() + "/edition")
                .path("id")
                .asText();
        var before = everything();

        var no = tried(
                OperationKind.RESTART, instructions("edition", edition, "before", "handling"), List.of(file.caseNo()));

        assertThat(everything()).isEqualTo(before);
        assertThat(texts(line(no).path("effects"))).anyMatch(effect -> effect.startsWith("按时限台账设定"));
        done(no);
        assertThat(places(file.caseNo())).contains("departmentReview");
        assertThat(alarms.pending(file.caseNo()))
                .hasValueSatisfying(alarm -> assertThat(alarm.due().toEpochMilli())
                        .isEqualTo(file.blueAt().toEpochMilli()));

        var approver = office.officer(Role.APPROVER, "health");
        var task = office.task(approver, file.caseNo());
        office.send(approver, "/api/tasks/" + task + "/claim", Map.of());
        office.answer(approver, task, Map.of("outcome", "grant", "opinion", "材料齐全，准予登记"))
                .andExpect(status().is2xxSuccessful());
        office.goOn(file);
        assertThat(cases.get(file.caseNo()).state()).isIn(CaseState.CLOSED, CaseState.DELIVERED);

        var application = office.read(operator, PLACE + "/choices/broken/" + file.applicationNo() + "/edition");
        var close = tried(
                OperationKind.RESTART,
                instructions("edition", application.path("id").asText(), "before", "closeApplication"),
                List.of(file.applicationNo()));
        done(close);
        assertThat(sql.sql("select state from application where application_no = ?")
                        .param(file.applicationNo())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void anApplicationIsNotClosedBeforeItsCases() throws Exception {
        var file = brokenOff();
        var edition = office.read(operator, PLACE + "/choices/broken/" + file.applicationNo() + "/edition");

        var no = tried(
                OperationKind.RESTART,
                instructions("edition", edition.path("id").asText(), "before", "closeApplication"),
                List.of(file.applicationNo()));

        assertThat(line(no).path("note").asText()).contains("提前办结");
    }

    @Test
    void whatIsDecidedWithdrawnOrRunningIsNotBegunAgain() throws Exception {
        var running = underReview();
        assertThat(note(running)).contains("正在运行");

        var decided = brokenOff();
        sql.sql("update case_file set state = 'GRANTED', decision = 'grant' where case_no = ?")
                .param(decided.caseNo())
                .update();
        assertThat(note(decided)).contains("第二次决定");

        var closed = brokenOff();
        sql.sql("update case_file set state = 'CLOSED', closed_at = now() where case_no = ?")
                .param(closed.caseNo())
                .update();
        assertThat(note(closed)).contains("不得作出第二次决定");

        var withdrawn = brokenOff();
        sql.sql("update case_file set state = 'WITHDRAWN', closed_at = now() where case_no = ?")
                .param(withdrawn.caseNo())
                .update();
        assertThat(note(withdrawn)).contains("已经撤回");

        var reviewed = brokenOff();
        assertThat(note(reviewed)).contains("不能变为");
        ask(elsewhere, OperationKind.RESTART, instructions(), List.of(reviewed.caseNo()))
                .andExpect(status().isNotFound());
    }

    /** Why it cannot begin anew from its start. */
    private String note(CaseFile file) throws Exception {
        var found = line(tried(OperationKind.RESTART, instructions(), List.of(file.caseNo())));
        assertThat(found.path("state").asText()).isEqualTo("BARRED");
        return found.path("note").asText();
    }

    /** Under review, and all its processes gone. */
    private CaseFile brokenOff() throws Exception {
        var file = underReview();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(file.applicationNo())
                .rootProcessInstances()
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "test"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(file.caseNo())
                        .count())
                .isZero();
        return cases.get(file.caseNo());
    }
}
