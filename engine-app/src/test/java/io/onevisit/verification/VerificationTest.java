package io.onevisit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Applying;
import io.onevisit.Filing;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

/** Each invariant is broken by hand, in the database, and found; before that there was nothing to find. */
@PlatformTest
class VerificationTest {

    private static final int ALL = 100_000;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient sql;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    MutableClock time;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Jobs jobs;

    @Autowired
    Processes processes;

    @Autowired
    Deployments deployments;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    @Autowired
    com.fasterxml.jackson.databind.ObjectMapper json;

    private CaseFile file;

    @BeforeEach
    void aCaseIsUnderReview() {
        file = new Filing(applications, cases, clocks, time).underReview("verification", Map.of());
    }

    @Test
    void aReceiptWithoutItsApplicationIsFound() {
        var no = "A4301002026031299990010";
        assertThat(found("I1", no)).isEmpty();

        sql.sql("insert into submission (owner, key, application_no, receipt) values (?, ?, ?, '{}')")
                .params(Filing.OWNER, UUID.randomUUID().toString(), no)
                .update();

        assertThat(found("I1", no)).containsExactly("回执 %s 对应的申报不存在".formatted(no));
    }

    @Test
    void twoDraftsThatBecameOneApplicationAreFound() {
        assertThat(found("I1", file.applicationNo())).isEmpty();

        for (var i = 0; i < 2; i++) {
            sql.sql("insert into submitted_draft (draft_id, owner, application_no, receipt) values (?, ?, ?, '{}')")
                    .params(UUID.randomUUID(), Filing.OWNER, file.applicationNo())
                    .update();
        }

        assertThat(found("I1", file.applicationNo())).hasSize(1);
    }

    @Test
    void aTokenThatNothingWaitsForIsFound() throws Exception {
        var no = begun();
        assertThat(found("I2", no)).isEmpty();

        sql.sql(
                        """
                        delete from act_ru_job where process_instance_id_ in
                            (select proc_inst_id_ from act_ru_execution where business_key_ = ?)""")
                .param(no)
                .update();

        assertThat(found("I2", no)).singleElement().asString().contains("既没有任务");
    }

    @Test
    void aTokenThatWaitsForTheOtherBranchesIsRightUntilNoneOfThemGoesOn() {
        deployments.deploy("branches-meet", null, Map.of("branches-meet.bpmn", model("branches-meet.bpmn")));
        var no = "meet-" + UUID.randomUUID().toString().substring(0, 8);
        processes.start("branches-meet", no, null, Map.of());
        assertThat(sql.sql("select count(*) from act_ru_execution where act_id_ = 'meet' and not is_active_")
                        .query(Integer.class)
                        .single())
                .as("one branch has arrived")
                .isPositive();
        assertThat(found("I2", no)).isEmpty();

        sql.sql(
                        """
                        delete from act_ru_task where proc_inst_id_ in
                            (select proc_inst_id_ from act_ru_execution where business_key_ = ?)""")
                .param(no)
                .update();
        assertThat(found("I2", no)).singleElement().asString().contains("停在“stillBusy”");
        sql.sql(
                        """
                        update act_ru_execution set is_active_ = false where act_id_ = 'stillBusy' and proc_inst_id_ in
                            (select proc_inst_id_ from act_ru_execution where business_key_ = ?)""")
                .param(no)
                .update();
        assertThat(found("I2", no)).as("nobody goes on").hasSize(2);
        sql.sql(
                        "delete from act_ru_execution where parent_id_ is not null and proc_inst_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")
                .param(no)
                .update();
        sql.sql("delete from act_ru_execution where business_key_ = ?")
                .param(no)
                .update();
    }

    @Test
    void aCaseWhoseProcessIsGoneIsFound() {
        assertThat(found("I2", file.caseNo()))
                .containsExactly("办件 %s 的状态为 UNDER_REVIEW，但没有运行中的流程".formatted(file.caseNo()));
    }

    @Test
    void anEffectThatHappenedTwiceIsFound() {
        assertThat(found("I3", file.caseNo())).isEmpty();

        for (var key : List.of("first", "second")) {
            sql.sql(
                            """
                            insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                prepared_at, changed_at)
                            values (month_of(?), ?, ?, 'verification', 'CASE', 1, '', '', 'SENT', now(), now())""")
                    .params(file.caseNo(), file.caseNo() + ":" + key, file.caseNo())
                    .update();
        }

        assertThat(found("I3", file.caseNo())).containsExactly("办件 %s 的第 1 号部门消息有 2 条".formatted(file.caseNo()));
    }

    @Test
    void aNumberInTwoMonthsIsFound() {
        assertThat(found("I4", file.applicationNo())).isEmpty();

        sql.sql(
                        """
                        insert into application (month, application_no, bundle, bundle_name, edition, region, owner,
                            applicant_name, applicant_id, answers, situation, state, stage, submitted_at)
                        select month + interval '1 month', application_no, bundle, bundle_name, edition, region, owner,
                            applicant_name, applicant_id, answers, situation, state, stage, submitted_at
                        from application where application_no = ?""")
                .param(file.applicationNo())
                .update();

        assertThat(found("I4", file.applicationNo())).hasSize(1);
        sql.sql("delete from application where application_no = ? and month <> month_of(application_no)")
                .param(file.applicationNo())
                .update();
    }

    @Test
    void aDeadlineThatTheLedgerDoesNotSayIsFound() {
        assertThat(found("I5", file.caseNo())).isEmpty();

        sql.sql("update clock set yellow_at = yellow_at + interval '1 day' where case_no = ? and kind = 'CASE'")
                .param(file.caseNo())
                .update();

        assertThat(found("I5", file.caseNo()))
                .containsExactlyInAnyOrder(
                        "办件 %s 显示的时限与其时限台账不同".formatted(file.caseNo()),
                        "%s 的时限（CASE 第 1 个）与台账重算的不同".formatted(file.caseNo()));
    }

    @Test
    void aLightWithoutItsCardIsFound() {
        sql.sql(
                        """
                        update clock set blue_at = clock_timestamp() - interval '1 hour' where case_no = ? and kind = 'CASE'""")
                .param(file.caseNo())
                .update();

        assertThat(found("I5", file.caseNo()))
                .anySatisfy(sentence -> assertThat(sentence).contains("已经亮灯，但没有监察牌"));
    }

    @Test
    void aClockThatCannotBeCountedIsNamedAndStopsNoOther() {
        sql.sql(
                        """
                        insert into clock_entry (month, case_no, kind, line, act, at, days)
                        select month, case_no, kind, 99, 'EXTENDED', started_at, 100000 from clock where case_no = ? and kind = 'CASE'""")
                .param(file.caseNo())
                .update();
        var other = new Filing(applications, cases, clocks, time).underReview("verification", Map.of());
        sql.sql("update clock set yellow_at = yellow_at + interval '1 day' where case_no = ? and kind = 'CASE'")
                .param(other.caseNo())
                .update();

        assertThat(found("I5", file.caseNo()))
                .anySatisfy(sentence -> assertThat(sentence).contains("无法按台账重算"));
        assertThat(found("I5", other.caseNo()))
                .anySatisfy(sentence -> assertThat(sentence).contains("与台账重算的不同"));
    }

    @Test
    void aCardThatNobodyIsToldOfAndALoopThatDoesNotBeginAreFound() {
        sql.sql(
                        """
                        insert into card (case_no, kind, light, department, region, due_at, raised_at, element, message, basis,
                            issued_at, changed_at, needs_feedback, feedback_days)
                        select case_no, kind, 'YELLOW', department, region, now() - interval '2 hours', now() - interval '1 hour', '', '', '',
                            now() - interval '1 hour', now() - interval '1 hour', true, 3
                        from clock where case_no = ? and kind = 'CASE'""")
                .param(file.caseNo())
                .update();

        assertThat(found("I5", file.caseNo()))
                .anySatisfy(sentence -> assertThat(sentence).contains("还没有告知任何人"))
                .anySatisfy(sentence -> assertThat(sentence).contains("反馈流程还没有启动"));
        sql.sql("delete from card where case_no = ?").param(file.caseNo()).update();
    }

    @Test
    void sweepsThatStandStillAreFound() {
        sql.sql(
                        "insert into stat_state (id, rolled_until) values (1, '2020-05-04 02:00+00') on conflict (id) do update set rolled_until = excluded.rolled_until")
                .update();
        var run = sql.sql(
                        """
                        insert into recheck_run (region, started_at, moved_at, who, checked, total)
                        values ('433127', '2020-05-04 02:00+00', '2020-05-04 02:00+00', '测试', 400, 900) returning id""")
                .query(Long.class)
                .single();

        assertThat(found("I8", "统计汇总停在 2020-05-04 10:00")).hasSize(1);
        assertThat(found("I8", "433127 的巡检")).singleElement().asString().contains("停在第 400 张");
        sql.sql("delete from recheck_run where id = ?").param(run).update();
        sql.sql("delete from stat_state").update();
    }

    @Test
    void aCheckThatFailsIsAFindingAndTheOthersAreMade() {
        var failing = new Verification(
                sql,
                List.of(new Invariant() {
                    @Override
                    public String id() {
                        return "I7";
                    }

                    @Override
                    public Result check(int most) {
                        throw new IllegalStateException("检索服务没有应答");
                    }
                }),
                time,
                transactions);

        var report = failing.check(1);

        assertThat(report.holds()).isFalse();
        assertThat(report.invariants()).hasSize(11);
        assertThat(report.invariants().get(6).findings()).containsExactly("没有检查成：检索服务没有应答");
    }

    @Test
    void aStateThatNoEntryOfTheAuditTellsIsFound() {
        assertThat(found("I6", file.caseNo())).isEmpty();

        sql.sql("update case_file set state = 'SUSPENDED' where case_no = ?")
                .param(file.caseNo())
                .update();

        assertThat(found("I6", file.caseNo()))
                .containsExactly("办件 %s 的状态为 SUSPENDED，但审计中没有这次变化".formatted(file.caseNo()));
    }

    @Test
    void aJobThatGaveUpSilentlyIsFound() throws Exception {
        var job = jobs.waiting(begun()).get(0).getId();
        assertThat(found("I8", job)).isEmpty();

        sql.sql("update act_ru_job set retries_ = 0 where id_ = ?").param(job).update();

        assertThat(found("I8", job)).hasSize(1);
        management.setJobRetries(job, 3);
    }

    @Test
    void moneyThatDoesNotAgreeWithItsOrderIsFound() {
        assertThat(found("I11", file.caseNo())).isEmpty();

        sql.sql(
                        """
                        insert into payment_order (no, case_no, application_no, procedure, item_name, department, region, payer, cents,
                            fees, online, issued_at, until, state, settled_at)
                        values ('P' || :case, :case, :application, 1, '测试事项', 'health', '430102', '测试', 100, '[]', true, now(), now(),
                            'PAID', now());
                        insert into payment (channel, transaction, order_no, cents, receipt, paid_at, received_at, use)
                        values ('ONLINE', :case, 'P' || :case, 99, '1', now(), now(), 'SETTLES');
                        insert into refund (channel, transaction, order_no, voucher, registered_by, registered_at)
                        values ('ONLINE', :case, 'P' || :case, :case, 'officer', now())""")
                .param("case", file.caseNo())
                .param("application", file.applicationNo())
                .update();

        assertThat(found("I11", file.caseNo())).hasSize(2);
        sql.sql("delete from refund where voucher = ?").param(file.caseNo()).update();
        sql.sql("update payment set cents = 100 where transaction = ?")
                .param(file.caseNo())
                .update();
    }

    @Test
    void operatorsAskAndNobodyElse() throws Exception {
        var people = new People(sql);
        var operator = people.officer(Role.OPERATOR, null, "430000");
        var supervisor = people.officer(Role.SUPERVISOR, null, "430000");

        web.perform(get("/api/verification").with(People.as(operator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.invariants.length()").value(11))
                .andExpect(jsonPath("$.invariants[6].state").value("HOLDS"));
        web.perform(get("/api/verification").with(People.as(supervisor))).andExpect(status().isForbidden());
        web.perform(get("/api/verification")).andExpect(status().isUnauthorized());
    }

    private static byte[] model(String name) {
        try {
            return new ClassPathResource("verification/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String begun() throws Exception {
        return new Applying(web, json, new People(sql).citizen())
                .submitted(List.of("birthRegistration"))
                .path("applicationNo")
                .asText();
    }

    private List<String> found(String id, String no) {
        return verification.check(ALL).invariants().stream()
                .filter(outcome -> outcome.id().equals(id))
                .flatMap(outcome -> outcome.findings().stream())
                .filter(sentence -> sentence.contains(no))
                .toList();
    }
}
