package io.onevisit.publicity;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Filing;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Procedures;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.AccountKind;
import io.onevisit.identity.Role;
import io.onevisit.privacy.Masked;
import io.onevisit.processes.Groups;
import io.onevisit.processes.PublicNotice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 公示: everybody reads it, people known by name object, an officer verifies, and the notice lasts its calendar days. */
@PlatformTest
class PublicNoticesTest {

    private static final String DEPARTMENT = "health";
    private static final String REGION = "430102";

    @Autowired
    MockMvc web;

    @Autowired
    Office office;

    @Autowired
    Applications applications;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Procedures procedures;

    @Autowired
    Processes processes;

    @Autowired
    Jobs jobs;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private People people;
    private Account citizen;
    private Account officer;
    private Account applicant;
    private CaseFile file;
    private String no;
    private Instant end;

    @BeforeEach
    void aNoticeOfTwentyDays() throws Exception {
        people = new People(sql);
        citizen = people.citizen();
        officer = people.officer(Role.APPROVER, DEPARTMENT, REGION);
        var parent = office.parent();
        applicant = parent.person();
        file = office.underReview(parent);
        time.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS)); // as exactly as the engine keeps its timers
        end = time.instant().plus(Duration.ofDays(20));
        procedures.open(file.caseNo(), 20, LimitUnit.CALENDAR_DAY, "简易注销公示", "市场主体登记管理条例", "办事员", time.instant());
        processes.start(
                PublicNotice.PROCESS,
                file.caseNo(),
                null,
                Map.of(PublicNotice.Variables.APPROVER_GROUP, Groups.ofDepartment(DEPARTMENT)));
        no = sql.sql("select no from public_notice where case_no = ?")
                .param(file.caseNo())
                .query(String.class)
                .single();
    }

    @AfterEach
    void timeGoesOn() {
        time.reset();
    }

    @Test
    void everybodyReadsItAndNobodysNameWhole() throws Exception {
        var shown = node(web.perform(get("/api/public-notices/" + no)).andExpect(status().isOk()));

        assertThat(shown.path("title").asText()).isEqualTo("关于“生育登记”的公示");
        assertThat(shown.path("text").asText()).contains(Masked.name(applicant.name()) + "申请办理");
        assertThat(shown.toString()).doesNotContain(file.caseNo(), applicant.name(), applicant.idNo());
        assertThat(Instant.parse(shown.path("until").asText())).isEqualTo(end);
        assertThat(shown.path("daysLeft").asInt()).isEqualTo(20);
        web.perform(get("/api/public-notices/N" + file.caseNo())).andExpect(status().isNotFound());
    }

    @Test
    void theListIsThatOfARegionAndOfWhatStands() throws Exception {
        assertThat(listed("?region=430102&open=true")).contains(no);
        assertThat(listed("?region=430000")).contains(no);
        assertThat(listed("?region=430103")).doesNotContain(no);
        assertThat(listed("?page=1")).doesNotContain(no);
        web.perform(get("/api/public-notices?region=990000"))
                .andExpect(jsonPath("$.code").value("region-unknown"));

        time.setTo(end);

        assertThat(listed("?region=430102&open=true")).doesNotContain(no);
        assertThat(listed("?region=430102")).contains(no);
    }

    @Test
    void itEndsWithItsCalendarDays() throws Exception {
        assertThat(timers()).contains(end);

        time.setTo(end);
        jobs.run(file.caseNo(), PublicNotice.Elements.SPECIAL_PROCEDURE_DUE);

        assertThat(state()).isEqualTo("CLEAR");
        object(citizen, "太晚了")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("notice-over"));
    }

    @Test
    void whoeverIsKnownByNameObjectsOnce() throws Exception {
        web.perform(multipart("/api/public-notices/" + no + "/objections")
                        .param("text", "没有登录")
                        .with(People.csrf()))
                .andExpect(status().isUnauthorized());
        object(onlySaid(), "没有实名").andExpect(status().isForbidden());
        object(officer, "工作人员").andExpect(status().isForbidden());
        object(citizen, " ").andExpect(jsonPath("$.code").value("objection-text"));

        object(citizen, "该企业尚有未结清的工资").andExpect(status().isCreated());

        object(citizen, "再说一次").andExpect(jsonPath("$.code").value("objected-already"));
        assertThat(mine(citizen).at("/0/stateLabel").asText()).isEqualTo("待核实");
        assertThat(mine(people.citizen())).isEmpty();
        assertThat(sql.sql("select text from objection where notice_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .doesNotContain("工资");
    }

    @Test
    void theOfficerSeesWhoObjectsWithWhatAndAnswersWithAReason() throws Exception {
        web.perform(multipart("/api/public-notices/" + no + "/objections")
                        .file(new MockMultipartFile("file", "工资条.png", "image/png", png()))
                        .param("text", "该企业尚有未结清的工资")
                        .with(as(citizen)))
                .andExpect(status().isCreated());
        var task = task();

        var facts = office.read(officer, "/api/tasks/" + task).path("facts");
        assertThat(facts.findValuesAsText("value")).contains(citizen.name(), "该企业尚有未结清的工资", "工资条.png");
        var evidence = "/api/documents/"
                + StreamSupport.stream(facts.spliterator(), false)
                        .map(fact -> fact.path("document").asText(""))
                        .filter(document -> !document.isEmpty() && !document.equals("null"))
                        .findFirst()
                        .orElseThrow()
                + "/content";
        web.perform(get(evidence).with(as(officer))).andExpect(status().isOk());
        web.perform(get(evidence).with(as(people.officer(Role.APPROVER, "police", REGION))))
                .andExpect(status().isNotFound());
        web.perform(get(evidence).with(as(people.citizen()))).andExpect(status().isNotFound());

        office.answer(officer, task, Map.of("outcome", "rejected")).andExpect(status().isUnprocessableEntity());
        answer(PublicNotice.REJECTED, "经核实，工资已经结清");

        assertThat(state()).isEqualTo("OPEN");
        assertThat(mine(citizen).at("/0/reason").asText()).isEqualTo("经核实，工资已经结清");
        assertThat(told(citizen)).containsExactly("您提出的异议不成立");
        assertThat(timers()).contains(end);
    }

    @Test
    void anUpheldObjectionEndsTheNotice() throws Exception {
        var second = people.citizen();
        object(citizen, "该企业尚有未结清的债务").andExpect(status().isCreated());
        object(second, "同上").andExpect(status().isCreated());

        answer(PublicNotice.UPHELD, "经核实，尚有债务未清偿");

        assertThat(state()).isEqualTo("UPHELD");
        assertThat(timers()).doesNotContain(end);
        assertThat(told(citizen)).containsExactly("您提出的异议成立");
        assertThat(told(second)).containsExactly("您提出异议的公示已经终止");
        assertThat(mine(second).at("/0/state").asText()).isEqualTo("CLOSED");
        object(people.citizen(), "太晚了").andExpect(jsonPath("$.code").value("notice-over"));
    }

    @Test
    void whatIsObjectedMeanwhileIsVerifiedNextAlsoWhenTheDaysAreOver() throws Exception {
        var second = people.citizen();
        object(citizen, "甲").andExpect(status().isCreated());
        object(second, "乙").andExpect(status().isCreated());
        time.setTo(end.plus(Duration.ofDays(1)));

        answer(PublicNotice.REJECTED, "甲不成立");
        assertThat(mine(second).at("/0/state").asText()).isEqualTo("RECEIVED");
        answer(PublicNotice.REJECTED, "乙不成立");

        assertThat(mine(second).at("/0/reason").asText()).isEqualTo("乙不成立");
        jobs.run(file.caseNo(), PublicNotice.Elements.SPECIAL_PROCEDURE_DUE);
        assertThat(state()).isEqualTo("CLEAR");
    }

    @Test
    void itEndsWithACaseThatEnds() throws Exception {
        object(citizen, "甲").andExpect(status().isCreated());

        cases.move(file.caseNo(), CaseState.WITHDRAWN, "申请人", "不办了", "");

        assertThat(state()).isEqualTo("ENDED");
        assertThat(told(citizen)).containsExactly("您提出异议的公示已经终止");
    }

    @Test
    void itsEndFollowsTheClock() {
        var key = new Clocks.Key(file.caseNo(), ClockKind.SPECIAL_PROCEDURE, 1);

        clocks.extend(key, 2, "延长公示", "示例", time.instant());

        assertThat(sql.sql("select until from public_notice where no = ?")
                        .param(no)
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(end.plus(Duration.ofDays(2)));
        assertThat(timers()).contains(end.plus(Duration.ofDays(2)));
    }

    @Test
    void withoutASpecialProcedureNothingIsPublished() {
        var other = new Filing(applications, cases, clocks, time).underReview(DEPARTMENT, Map.of());

        assertThatThrownBy(() -> processes.start(
                        PublicNotice.PROCESS,
                        other.caseNo(),
                        null,
                        Map.of(PublicNotice.Variables.APPROVER_GROUP, Groups.ofDepartment(DEPARTMENT))))
                .hasStackTraceContaining("没有进行中的特别程序");
    }

    private String task() throws Exception {
        var items =
                office.read(officer, "/api/tasks?size=100&q=" + file.caseNo()).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asText().equals(PublicNotice.Elements.VERIFY_OBJECTION))
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<Instant> timers() {
        return jobs.waiting(file.caseNo()).stream()
                .filter(job -> job.getDuedate() != null)
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private void answer(String outcome, String reason) throws Exception {
        office.answer(officer, task(), Map.of("outcome", outcome, "opinion", reason))
                .andExpect(status().isNoContent());
        jobs.runReady(file.caseNo());
    }

    private ResultActions object(Account person, String text) throws Exception {
        return web.perform(multipart("/api/public-notices/" + no + "/objections")
                .param("text", text)
                .with(as(person)));
    }

    private JsonNode mine(Account person) throws Exception {
        return office.read(person, "/api/public-notices/" + no + "/objections");
    }

    private List<String> told(Account person) throws Exception {
        return office.read(person, "/api/messages").findValuesAsText("title");
    }

    private List<String> listed(String query) throws Exception {
        return node(web.perform(get("/api/public-notices" + query)).andExpect(status().isOk()))
                .findValuesAsText("no");
    }

    private JsonNode node(ResultActions answer) throws Exception {
        return office.json(answer);
    }

    private String state() {
        return sql.sql("select state from public_notice where no = ?")
                .param(no)
                .query(String.class)
                .single();
    }

    private Account onlySaid() {
        var one = people.citizen();
        return new Account(
                one.username(),
                one.name(),
                Set.of(Role.CITIZEN),
                null,
                one.region(),
                null,
                one.phone(),
                AccountKind.NATURAL,
                Account.SAID,
                null);
    }

    private static byte[] png() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
