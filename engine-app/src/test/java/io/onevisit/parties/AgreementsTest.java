package io.onevisit.parties;

import static io.onevisit.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Applying;
import io.onevisit.Jobs;
import io.onevisit.MutableClock;
import io.onevisit.Office;
import io.onevisit.People;
import io.onevisit.PlatformTest;
import io.onevisit.WorkerHands;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.AccountKind;
import io.onevisit.identity.Role;
import io.onevisit.licenses.Answer;
import io.onevisit.licenses.Licenses;
import io.onevisit.licenses.LookUp;
import io.onevisit.privacy.Masked;
import io.onevisit.processes.SecondParty;
import io.onevisit.processes.SecondParty.Elements;
import io.onevisit.processes.SecondParty.Variables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 另一方确认: a mother applies, and the father is asked. */
@PlatformTest
class AgreementsTest {

    private static final int DAYS = 15;
    private static final String PURPOSE = "同意以您的信息和电子证照办理生育登记。";

    @Autowired
    MockMvc web;

    @Autowired
    Office office;

    @Autowired
    Cases cases;

    @Autowired
    Licenses licenses;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ExternalTaskService external;

    @Autowired
    Jobs jobs;

    @Autowired
    MutableClock time;

    @Autowired
    JdbcClient sql;

    private People people;
    private Applying mother;
    private Account father;
    private CaseFile file;
    private String no;

    @BeforeEach
    void theFatherIsAsked() throws Exception {
        time.setTo(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        people = new People(sql);
        mother = office.parent();
        father = people.citizen();
        applied(father);
        asked("father");
    }

    @AfterEach
    void timeGoesOn() {
        time.reset();
    }

    @Test
    void whoIsAskedReadsWhatOfTheirsIsUsed() throws Exception {
        var shown = office.read(father, "/api/agreements").path(0);

        assertThat(shown.path("applicantName").asText())
                .isEqualTo(Masked.name(mother.person().name()));
        assertThat(shown.path("bundleName").asText()).isEqualTo("新生儿出生一件事");
        assertThat(shown.path("items").toString()).contains("生育登记");
        assertThat(shown.path("data").toString()).contains("父亲姓名", "父亲公民身份号码");
        assertThat(shown.path("licenses").toString()).contains("居民身份证");
        assertThat(shown.path("purpose").asText()).isEqualTo(PURPOSE);
        assertThat(shown.path("lastDay").asText())
                .isEqualTo(today().plusDays(DAYS).toString());
        assertThat(shown.toString()).doesNotContain(no, mother.person().idNo());
        assertThat(told(father)).containsExactly("“新生儿出生一件事”需要您确认");
        assertThat(office.read(father, "/api/agreements/" + id())).isEqualTo(shown);
    }

    @Test
    void theApplicantSeesWhoIsWaitedFor() throws Exception {
        var tracked = tracked();

        assertThat(tracked.at("/stage/label").asText()).isEqualTo("等待" + Masked.name(father.name()) + "确认");
        assertThat(tracked.at("/lanes/0/cases/0/holder").asText()).isEqualTo("另一方当事人（确认）");
        assertThat(tracked.at("/agreements/0/remindable").asBoolean()).isTrue();
        assertThat(tracked.at("/agreements/0").toString()).doesNotContain(father.name(), father.idNo());
    }

    @Test
    void agreeingGoesOnAndLetsTheLicensesBeUsed() throws Exception {
        assertThat(lookedUp()).isEqualTo(Answer.Result.NO_CONSENT);
        time.setTo(time.instant().plus(Duration.ofDays(9)));

        answer(father, true, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("AGREED"));

        assertThat(lookedUp()).isNotEqualTo(Answer.Result.NO_CONSENT);
        assertThat(office.read(father, "/api/consents").at("/0/ownLicense").asBoolean())
                .isTrue();
        assertThat(outcome()).isEqualTo(SecondParty.AGREED);
        assertThat(receivedAt()).as("the five working days begin now").isEqualTo(time.instant());
        goOn();
        assertThat(running()).isZero();
    }

    @Test
    void refusingNeedsAReasonThatTheApplicantReads() throws Exception {
        answer(father, false, " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("reason-missing"));

        answer(father, false, "信息不属实").andExpect(status().isOk());

        assertThat(outcome()).isEqualTo(SecondParty.REFUSED);
        assertThat(tracked().at("/agreements/0/reason").asText()).isEqualTo("信息不属实");
        assertThat(sql.sql("select reason from agreement where application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .doesNotContain("信息");
        assertThat(lookedUp()).isEqualTo(Answer.Result.NO_CONSENT);
        answer(father, true, null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("agreement-over"));
    }

    @Test
    void theTimeForItEnds() throws Exception {
        var end = today().plusDays(DAYS + 1L).atStartOfDay(Agreement.CHINA).toInstant();
        assertThat(timers()).contains(end, end.minus(Duration.ofDays(3)));
        time.setTo(end.minus(Duration.ofDays(3)));
        jobs.run(no, Elements.REMINDER_DUE);
        assertThat(told(father)).contains("请尽快确认“新生儿出生一件事”");
        time.setTo(end);
        answer(father, true, null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("agreement-over"));

        jobs.run(no, Elements.ANSWER_DUE);

        assertThat(outcome()).isEqualTo(SecondParty.EXPIRED);
        assertThat(tracked().at("/agreements/0/stateLabel").asText()).isEqualTo("逾期未答复");
        assertThat(timers()).doesNotContain(end);
    }

    @Test
    void theApplicantRemindsOnceADay() throws Exception {
        remind(mother.person()).andExpect(status().isNoContent());
        remind(mother.person())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("reminded-already"));
        time.setTo(time.instant().plus(Duration.ofDays(1)));
        remind(mother.person()).andExpect(status().isNoContent());

        assertThat(told(father)).filteredOn("请尽快确认“新生儿出生一件事”"::equals).hasSize(2);
        remind(father).andExpect(status().isNotFound());
        remind(people.citizen()).andExpect(status().isNotFound());
    }

    @Test
    void theApplicantWithdrawsMeanwhile() throws Exception {
        office.send(mother.person(), "/api/applications/" + no + "/withdrawal", Map.of("reason", "不办了"))
                .andExpect(status().isNoContent());

        assertThat(office.read(father, "/api/agreements/" + id()).path("state").asText())
                .isEqualTo("WITHDRAWN");
        assertThat(told(father)).contains("“新生儿出生一件事”不再需要您确认");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .processDefinitionKey(SecondParty.PROCESS)
                        .count())
                .isZero();
    }

    @Test
    void whoRegistersLaterFindsIt() throws Exception {
        var idNo = People.idNo("43010219880808", (int) (System.nanoTime() % 1000));
        applied(somebody("wait.for.me", idNo, Account.IN_PERSON));
        asked("father");

        var later = somebody("came.later", idNo, Account.IN_PERSON);

        assertThat(office.read(later, "/api/agreements").at("/0/id").asText()).isEqualTo(id());
        answer(later, true, null).andExpect(status().isOk());
    }

    @Test
    void othersFindNothing() throws Exception {
        for (var other : List.of(people.citizen(), mother.person())) {
            web.perform(get("/api/agreements/" + id()).with(as(other))).andExpect(status().isNotFound());
            answer(other, true, null).andExpect(status().isNotFound());
            assertThat(office.read(other, "/api/agreements")).isEmpty();
        }
        var known = somebody("known.by.number", null, Account.REGISTERED);
        answer(known, true, null).andExpect(jsonPath("$.code").value("step-up-required"));
        web.perform(get("/api/agreements").with(as(known)))
                .andExpect(jsonPath("$.code").value("step-up-required"));
        assertThat(outcome()).isEqualTo(SecondParty.ASKED);
    }

    @Test
    void aClerkWritesDownWhatIsSaidAtTheWindow() throws Exception {
        var clerk = people.officer(Role.CLERK, null, "430202");
        var stranger = people.citizen();
        lookUp(clerk, stranger.idNo()).andExpect(status().isNotFound());
        lookUp(clerk, father.idNo())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id()));
        atWindow(clerk, stranger.idNo(), true).andExpect(status().isNotFound());
        atWindow(clerk, father.idNo(), false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("signature-missing"));

        atWindow(clerk, father.idNo(), true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.atWindow").value(true));

        assertThat(outcome()).isEqualTo(SecondParty.AGREED);
        assertThat(lookedUp()).isNotEqualTo(Answer.Result.NO_CONSENT);
        var said = cases.journal(no).stream()
                .filter(line -> line.what().equals("另一方当事人同意"))
                .findFirst()
                .orElseThrow();
        assertThat(said.who()).isEqualTo(clerk.name());
        assertThat(said.detail()).contains("已查验身份证件", "已扫描存档");
        var paper = sql.sql("select paper from agreement where application_no = ?")
                .param(no)
                .query(UUID.class)
                .single();
        web.perform(get("/api/documents/" + paper + "/content").with(as(stranger)))
                .andExpect(status().isNotFound());
        atWindow(clerk, father.idNo(), true).andExpect(status().isConflict());
    }

    @Test
    void theAgreementIsTakenBackWhileTheMaterialsAreChecked() throws Exception {
        answer(father, true, null).andExpect(status().isOk());
        toTheClerk();

        takeBack(father)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("TAKEN_BACK"));

        goOn();
        var after = cases.get(file.caseNo());
        assertThat(after.state()).isEqualTo(CaseState.RETURNED);
        assertThat(cases.journal(file.caseNo())).anyMatch(line -> line.detail().equals("另一方当事人不同意"));
        assertThat(lookedUp()).isEqualTo(Answer.Result.NO_CONSENT);
        takeBack(father).andExpect(status().isConflict());
    }

    @Test
    void whatIsWithTheDepartmentsIsNotTakenBack() throws Exception {
        answer(father, true, null).andExpect(status().isOk());
        office.goOn(file);

        takeBack(father)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("agreement-used"));

        assertThat(office.read(father, "/api/agreements/" + id())
                        .path("retractable")
                        .asBoolean())
                .isFalse();
        assertThat(lookedUp()).isNotEqualTo(Answer.Result.NO_CONSENT);
    }

    @Test
    void ofTwoAnswersAtOnceExactlyOneCounts() throws Exception {
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var agreed = pool.submit(answered(start, true));
            var refused = pool.submit(answered(start, false));

            assertThat(List.of(agreed.get(), refused.get())).containsExactlyInAnyOrder(200, 409);
            assertThat(outcome()).isEqualTo(agreed.get() == 200 ? SecondParty.AGREED : SecondParty.REFUSED);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whoIsTheApplicantIsNotAsked() throws Exception {
        applied(mother.person());

        asked("father");

        assertThat(office.read(mother.person(), "/api/agreements")).isEmpty();
        assertThat(cases.journal(no)).anyMatch(line -> line.what().equals("另一方就是申请人本人"));
        assertThat(running()).isZero();
    }

    @Test
    void whomNoAnswerNamesCannotBeAsked() {
        assertThatThrownBy(() -> asked("grandfather")).hasStackTraceContaining("申报内容中没有 grandfatherName");
    }

    @Test
    void twoPersonsAreAskedOneAfterTheOther() throws Exception {
        assertThatThrownBy(() -> asked("mother")).hasStackTraceContaining("已有另一方确认在等待答复");

        answer(father, true, null).andExpect(status().isOk());
        jobs.run(no, "partyNeeded");

        assertThat(sql.sql("select party from agreement where application_no = ? and state = 'ASKED'")
                        .param(no)
                        .query(String.class)
                        .single())
                .isEqualTo("mother");
    }

    private void applied(Account second) throws Exception {
        var answers = new HashMap<>(Applying.answers());
        answers.put("fatherName", second.name());
        answers.put("fatherIdNo", second.idNo());
        var draft = mother.draft(answers, List.of("fertilityRegistration"));
        no = mother.node(mother.submit(draft, UUID.randomUUID().toString()))
                .path("applicationNo")
                .asText();
        file = cases.ofApplication(no).get(0);
    }

    private void begin(String party) {
        processes.start(
                SecondParty.PROCESS,
                no,
                null,
                Map.of(
                        "applicationNo",
                        no,
                        Variables.PARTY,
                        party,
                        Variables.DAYS,
                        String.valueOf(DAYS),
                        Variables.PURPOSE,
                        PURPOSE));
    }

    private void asked(String party) {
        begin(party);
        jobs.run(no, "partyNeeded");
    }

    private void goOn() {
        new WorkerHands(external, jobs).goOn(no);
    }

    /** The materials are checked as far as a clerk has to look at them. */
    private void toTheClerk() {
        new WorkerHands(external, jobs).goOn(no, Map.of("lowestConfidence", 0.5));
    }

    private Callable<Integer> answered(CyclicBarrier start, boolean agrees) {
        return () -> {
            start.await();
            return answer(father, agrees, "理由").andReturn().getResponse().getStatus();
        };
    }

    private ResultActions answer(Account person, boolean agrees, String reason) throws Exception {
        var body = new HashMap<String, Object>(Map.of("agrees", agrees));
        body.put("reason", reason);
        return office.send(person, "/api/agreements/" + id() + "/answer", body);
    }

    private ResultActions takeBack(Account person) throws Exception {
        return office.send(person, "/api/agreements/" + id() + "/withdrawal", Map.of("reason", "改变主意"));
    }

    private ResultActions remind(Account person) throws Exception {
        return office.send(person, "/api/agreements/" + id() + "/reminder", Map.of());
    }

    private ResultActions lookUp(Account clerk, String idNo) throws Exception {
        return office.send(clerk, "/api/window-agreements/look-up", Map.of("applicationNo", no, "idNo", idNo));
    }

    private ResultActions atWindow(Account clerk, String idNo, boolean signed) throws Exception {
        return web.perform(multipart("/api/window-agreements/" + id() + "/answer")
                .file(new MockMultipartFile("file", "同意书.png", "image/png", Applying.png()))
                .param("idNo", idNo)
                .param("agrees", "true")
                .param("signed", String.valueOf(signed))
                .with(as(clerk)));
    }

    private Answer.Result lookedUp() {
        return licenses.lookUp(new LookUp("测试", no, "", "", "resident-id", father.idNo(), "核验"))
                .result();
    }

    private String id() {
        return sql.sql("select id from agreement where application_no = ?")
                .param(no)
                .query(UUID.class)
                .single()
                .toString();
    }

    private Instant receivedAt() {
        return sql.sql("select received_at from application where application_no = ?")
                .param(no)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey(SecondParty.PROCESS)
                .count();
    }

    private Object outcome() {
        var waiting = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey(SecondParty.PROCESS)
                .singleResult();
        return runtime.getVariable(waiting.getId(), Variables.PARTY_OUTCOME);
    }

    private List<Instant> timers() {
        return jobs.waiting(no).stream()
                .filter(job -> job.getDuedate() != null)
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), Agreement.CHINA);
    }

    private JsonNode tracked() throws Exception {
        return office.read(mother.person(), "/api/applications/" + no);
    }

    private List<String> told(Account person) throws Exception {
        return office.read(person, "/api/messages").findValuesAsText("title");
    }

    private static Account somebody(String username, String idNo, int level) {
        return new Account(
                username, "测试他人", Set.of(Role.CITIZEN), null, "430102", idNo, null, AccountKind.NATURAL, level, idNo);
    }
}
