package io.onevisit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.cases.CaseFile;
import io.onevisit.engine.Alarms;
import io.onevisit.identity.Role;
import io.onevisit.verification.Invariant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that stands at the wrong place is set to the right one: seen before, done as seen, and never into nowhere. */
class ModificationTest extends OperationsTestCase {

    @Autowired
    Alarms alarms;

    @Autowired
    ManagementService management;

    @Autowired
    List<Invariant> invariants;

    @Test
    void whatWasShownIsDoneAndTheTrialChangesNothing() throws Exception {
        var file = underReview();
        var before = everything();

        var no = modified(file, step("CANCEL", "departmentReview"), step("BEFORE", "approveExtension"));

        assertThat(everything()).isEqualTo(before);
        var shown = line(no);
        assertThat(shown.path("state").asText()).as(shown.toString()).isEqualTo("READY");
        assertThat(texts(shown.path("stood"))).contains("部门审查决定");
        assertThat(texts(shown.path("stands"))).contains("审批延期").doesNotContain("部门审查决定");
        assertThat(texts(shown.path("effects"))).contains("收回待办“部门审查决定”", "新增待办“审批延期”");
        assertThat(texts(page(no).path("told"))).containsExactly("从“部门审查决定”移开", "从“审批延期”之前开始");

        done(no);

        assertThat(places(file.caseNo())).contains("approveExtension").doesNotContain("departmentReview");
        assertThat(texts(line(no).path("stands"))).isEqualTo(texts(shown.path("stands")));
        assertThat(journal(cases, file.caseNo()))
                .anyMatch(entry -> entry.startsWith(operator.name() + " 调整环节 批量操作 %d 号：%s".formatted(no, WHY)));
        assertThat(office.task(office.officer(Role.HEAD, "health"), file.caseNo()))
                .isNotNull();
        assertThat(sql.sql("select name from audit_entry where verb = 'REPAIR' and number = ?")
                        .param(file.caseNo())
                        .query(String.class)
                        .list())
                .containsExactly(operator.name());
        ledgerHolds(file.caseNo());
    }

    @Test
    void aLostAlarmIsSetAgainByTheLedger() throws Exception {
        var file = underReview();
        var alarm = alarms.pending(file.caseNo()).orElseThrow();
        jobs.waiting(file.caseNo()).stream()
                .filter(job ->
                        management.createJobQuery().jobId(job.getId()).timers().count() == 1)
                .forEach(job -> management.deleteJob(job.getId()));
        assertThat(alarms.pending(file.caseNo())).isEmpty();

        var no = modified(file, step("BEFORE", "approveExtension"), step("CANCEL", "departmentReview"));
        assertThat(texts(line(no).path("effects"))).anyMatch(effect -> effect.startsWith("按时限台账设定黄牌提醒"));
        done(no);

        assertThat(alarms.pending(file.caseNo())).hasValueSatisfying(again -> {
            assertThat(again.light()).isEqualTo("yellow");
            assertThat(again.due().toEpochMilli()).isEqualTo(file.yellowAt().toEpochMilli());
        });
        assertThat(alarm.light()).isEqualTo("blue");
        ledgerHolds(file.caseNo());
    }

    @Test
    void anApplicantIsNotToldTwiceWhereThatIsHeldBack() throws Exception {
        var file = underReview();
        var steps = List.of(step("BEFORE", "notifyExtended"), step("CANCEL", "departmentReview"));
        var edition = process(file.caseNo()).getProcessDefinitionId();
        var chosen = List.of(process(file.caseNo()).getId());

        var loud = tried(OperationKind.MODIFICATION, instructions("edition", edition, "steps", steps), chosen);
        assertThat(texts(line(loud).path("effects"))).contains("将通知申请人：告知延期");

        var quiet = tried(
                OperationKind.MODIFICATION,
                instructions("edition", edition, "steps", steps, "tellAgain", false),
                chosen);
        assertThat(texts(line(quiet).path("effects"))).contains("不再发出：告知延期");
        done(quiet);

        assertThat(places(file.caseNo())).contains("departmentReview").doesNotContain("notifyExtended");
    }

    @Test
    void noCaseIsLeftWithoutAProcessAndNoneIsMovedFromWhereItIsNot() throws Exception {
        var file = underReview();

        assertThat(line(modified(file, step("CANCEL", "handling"))).path("note").asText())
                .contains(file.caseNo())
                .contains("没有流程在办理");
        assertThat(line(modified(file, step("CANCEL", "secondReview")))
                        .path("note")
                        .asText())
                .isEqualTo("流程现在不在“第二承办人复核”，不能从那里移开。");
        assertThat(line(modified(file, step("BEFORE", "acceptCase")))
                        .path("state")
                        .asText())
                .isEqualTo("BARRED");
        assertThat(places(file.caseNo())).contains("departmentReview");
    }

    @Test
    void aCaseThatMovedOnSinceIsLeftOut() throws Exception {
        var file = underReview();
        var no = modified(file, step("CANCEL", "departmentReview"), step("BEFORE", "approveExtension"));
        var approver = office.officer(Role.APPROVER, "health");
        var task = office.task(approver, file.caseNo());
        office.send(approver, "/api/tasks/" + task + "/claim", Map.of());
        office.answer(approver, task, Map.of("outcome", "extension", "days", 3, "opinion", "情况复杂"))
                .andExpect(status().is2xxSuccessful());
        jobs.runReady(file.caseNo());
        assertThat(places(file.caseNo())).contains("approveExtension");

        submitted(no);
        goOn(no);

        assertThat(line(no).path("state").asText()).isEqualTo("LEFT_OUT");
        assertThat(line(no).path("note").asText()).contains("预演之后情况变了").contains("审批延期");
    }

    @Test
    void anotherCityIsNotTouchedAndItsOperatorsSeeNothing() throws Exception {
        var file = underReview();
        var process = process(file.caseNo());
        var given = instructions(
                "edition", process.getProcessDefinitionId(), "steps", List.of(step("BEFORE", "approveExtension")));

        ask(elsewhere, OperationKind.MODIFICATION, given, List.of(process.getId()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("instance-ended"));
        assertThat(office.read(elsewhere, PLACE + "/choices/instances?edition=" + process.getProcessDefinitionId())
                        .toString())
                .doesNotContain(file.caseNo());
        var no = tried(OperationKind.MODIFICATION, given, List.of(process.getId()));
        act(elsewhere, no, "drop").andExpect(status().isNotFound());
        assertThat(office.read(elsewhere, PLACE + "/" + no).path("code").asText())
                .isEqualTo("operation-unknown");
        assertThat(office.read(elsewhere, PLACE).toString()).doesNotContain("\"no\":" + no + ",");
    }

    @Test
    void supervisorsAgreeButDoNotMoveAndNobodyBringsInSomethingUnknown() throws Exception {
        var file = underReview();
        var process = process(file.caseNo());
        var edition = process.getProcessDefinitionId();
        var chosen = List.of(process.getId());

        ask(
                        second,
                        OperationKind.MODIFICATION,
                        instructions("edition", edition, "steps", List.of(step("BEFORE", "handOff"))),
                        chosen)
                .andExpect(status().isForbidden());
        ask(
                        operator,
                        OperationKind.MODIFICATION,
                        instructions("edition", edition, "steps", List.of(step("BEFORE", "nowhere"))),
                        chosen)
                .andExpect(jsonPath("$.code").value("element-unknown"));
        ask(operator, OperationKind.MODIFICATION, instructions("edition", edition, "steps", List.of()), chosen)
                .andExpect(jsonPath("$.code").value("steps-missing"));
        var no = tried(
                OperationKind.MODIFICATION,
                instructions("edition", edition, "steps", List.of(step("BEFORE", "handOff"))),
                chosen);
        office.send(operator, PLACE + "/" + no + "/submission", Map.of("reason", "短"))
                .andExpect(jsonPath("$.code").value("reason-missing"));
        assertThat(page(no).path("state").asText()).isEqualTo("CHECKED");
    }

    private long modified(CaseFile file, Object... steps) throws Exception {
        var process = process(file.caseNo());
        return tried(
                OperationKind.MODIFICATION,
                instructions("edition", process.getProcessDefinitionId(), "steps", List.of(steps)),
                List.of(process.getId()));
    }

    private void ledgerHolds(String caseNo) {
        invariants.stream().filter(invariant -> invariant.id().equals("I5")).forEach(invariant -> assertThat(
                        invariant.check(1_000).findings())
                .noneMatch(finding -> finding.contains(caseNo)));
    }
}
