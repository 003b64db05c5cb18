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
import io.onevisit.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

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
                .anySatisfy(sentence -> assertThat(sentence).contains("已经亮灯，但没有监察卡"));
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
    void operatorsAskAndNobodyElse() throws Exception {
        var people = new People(sql);
        var operator = people.officer(Role.OPERATOR, null, "430000");
        var supervisor = people.officer(Role.SUPERVISOR, null, "430000");

        web.perform(get("/api/verification").with(People.as(operator)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.invariants.length()").value(9))
                .andExpect(jsonPath("$.invariants[5].state").value("NOT_YET"));
        web.perform(get("/api/verification").with(People.as(supervisor))).andExpect(status().isForbidden());
        web.perform(get("/api/verification")).andExpect(status().isUnauthorized());
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
