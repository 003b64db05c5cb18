package io.onevisit.elapsed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.Filing;
import io.onevisit.MutableClock;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Whose time a case took, and who may ask. */
@PlatformTest
class CaseTimeTest {

    private static final Account OWNER =
            new Account(Filing.OWNER, "测试人", Set.of(Role.CITIZEN), null, "430100", Filing.ID_NO, "13900000000");

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    CaseTime times;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void back() {
        time.reset();
    }

    @Test
    void everyHourFromSubmissionBelongsToOneOfFour() {
        var file = aCaseOfMarch();

        var seen = times.of(cases.get(file.caseNo()));

        assertThat(seen.segments())
                .extracting(CaseTime.Segment::whose, CaseTime.Segment::worked, CaseTime.Segment::counts)
                .containsExactly(
                        tuple(Whose.APPLICANT, "1 个工作日", true),
                        tuple(Whose.WINDOW, "2 小时", true),
                        tuple(Whose.SYSTEM, "5 小时", true),
                        tuple(Whose.DEPARTMENT, "1 个工作日又 1 小时", true),
                        tuple(Whose.DEPARTMENT, "2 个工作日", false));
        assertThat(seen.segments().get(2).incidentId()).isEqualTo("incident-" + file.caseNo());
        assertThat(seen.totals())
                .extracting(CaseTime.Total::whose, CaseTime.Total::worked)
                .contains(tuple(Whose.SYSTEM, "5 小时"), tuple(Whose.DEPARTMENT, "3 个工作日又 1 小时"));
        assertThat(seen.why().end()).contains("到期");
        for (var i = 1; i < seen.segments().size(); i++)
            assertThat(seen.segments().get(i).from())
                    .isEqualTo(seen.segments().get(i - 1).to());
    }

    @Test
    void theOwnerAndTheRegionsSupervisorSeeItOthersDoNot() throws Exception {
        var file = aCaseOfMarch();
        var people = new People(sql);
        var path = "/api/cases/" + file.caseNo() + "/clock";

        mvc.perform(get(path).with(People.as(OWNER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.segments[*].whoseLabel", hasItem("系统")))
                .andExpect(jsonPath("$.why.runs[0].text").exists());
        mvc.perform(get(path).with(People.as(people.officer(Role.SUPERVISOR, null, "430100"))))
                .andExpect(status().isOk());
        mvc.perform(get(path).with(People.as(people.officer(Role.CLERK, "window", "430100"))))
                .andExpect(status().isOk());
        for (var stranger : Set.of(
                people.citizen(),
                people.officer(Role.SUPERVISOR, null, "430200"),
                people.officer(Role.CLERK, "window", "430200"),
                people.officer(Role.APPROVER, "someone-else", "430100")))
            mvc.perform(get(path).with(People.as(stranger)))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("case-unknown"));
        mvc.perform(get("/api/cases/4301002026031299999990/clock").with(People.as(OWNER)))
                .andExpect(status().isNotFound());
    }

    /** Accepted on Thursday 12 March 2026 at 10:00, looked at on Thursday 19th at 12:00. */
    private CaseFile aCaseOfMarch() {
        time.setTo(Instant.parse("2026-03-12T02:00:00Z"));
        var file = new Filing(applications, cases, clocks, time).underReview("case-time", Map.of());
        supplement(file, "2026-03-12T02:00:00Z", "2026-03-13T02:00:00Z");
        task(file, "2026-03-13T02:00:00Z", "2026-03-13T04:00:00Z");
        incident(file, "2026-03-13T04:00:00Z", "2026-03-13T10:00:00Z");
        clocks.startSpecialProcedure(file.caseNo(), 5, "专家评审", "行政许可法第四十五条", Instant.parse("2026-03-17T02:00:00Z"));
        time.setTo(Instant.parse("2026-03-19T02:00:00Z"));
        return file;
    }

    private void supplement(CaseFile file, String from, String to) {
        sql.sql(
                        """
                        insert into supplement_request (id, business_key, application_no, round, state, note, items, proposed_at,
                            requested_at, ended_at) values (?, ?, ?, 1, 'ANSWERED', '', '[]', ?, ?, ?)""")
                .params(UUID.randomUUID(), file.caseNo(), file.applicationNo(), at(from), at(from), at(to))
                .update();
    }

    private void task(CaseFile file, String from, String to) {
        sql.sql(
                        """
                        insert into work_item (task_id, key, name, application_no, case_no, process_key, candidate, region,
                            created_at, ended_at) values (?, 'review', '窗口收件审核', ?, ?, 'p', 'window-clerks', '430100', ?, ?)""")
                .params("task-" + file.caseNo(), file.applicationNo(), file.caseNo(), at(from), at(to))
                .update();
    }

    private void incident(CaseFile file, String from, String to) {
        sql.sql(
                        """
                        insert into incident_record (id, kind, subject, business_key, process_key, process_name,
                            process_instance_id, activity_id, activity, topic, message, cause, since, ended_at, ended_by)
                        values (?, 'WORKER', 's', ?, 'item-handling', '事项办理', 'p', 'handOff', '推送部门办理',
                            'department-handoff', 'm', 'c', ?, ?, 'RETRIED')""")
                .params("incident-" + file.caseNo(), file.caseNo(), at(from), at(to))
                .update();
    }

    private static Timestamp at(String instant) {
        return Timestamp.from(Instant.parse(instant));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
