package io.onevisit.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.Locked;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.cases.Numbers;
import io.onevisit.engine.Instances;
import io.onevisit.engine.Processes;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplements;
import io.onevisit.notices.Inbox;
import io.onevisit.papers.Papers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What departments' systems may say, how often, in which order, and who may say it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbacksTest extends HandoffTestCase {

    private static final String DEPARTMENT = "callback-health";
    private static final String NEIGHBOUR = "callback-police";
    private static final String SECRET = "the secret of health";

    @Autowired
    Inbox inbox;

    @Autowired
    Processes processes;

    @Autowired
    Instances instances;

    @Autowired
    Supplements supplements;

    @Autowired
    Materials materials;

    @Autowired
    Callbacks callbacks;

    @Autowired
    Outbox outbox;

    @Autowired
    Endings endings;

    @Autowired
    Papers papers;

    @Autowired
    DataSource database;

    private CaseFile file;

    @BeforeAll
    void aModelThatWaits() throws Exception {
        systems.configure(DEPARTMENT, "http://localhost:1/health/cases", SECRET);
        systems.configure(NEIGHBOUR, "http://localhost:1/police/cases", "the secret of police");
        deployAModelThatWaits();
    }

    @BeforeEach
    void aCaseThatTheDepartmentHas() {
        file = filing().underReview(DEPARTMENT, Map.of());
        handedOver(file.caseNo(), DEPARTMENT);
    }

    @Test
    void aDecisionReachesTheCaseAndCarriesItsProcessOn() throws Exception {
        waiting();

        var answer = send("m-1", decided(1, "grant"));

        assertThat(status(answer)).isEqualTo("APPLIED");
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
        assertThat(cases.get(file.caseNo()).decidedBy()).contains("王医生");
        assertThat(instances.of(file.caseNo())).noneMatch(Instances.Instance::running);
    }

    @Test
    void whatADepartmentSaysLocksTheCaseBeforeItsTasksAndClocks() throws Exception {
        waiting();

        var answer = new Locked(database)
                .behindTheCase(file.caseNo(), file.applicationNo(), () -> send("m-1", decided(1, "grant")));

        assertThat(status(answer)).isEqualTo("APPLIED");
    }

    @Test
    void aDepartmentsEndingLocksTheApplicationBeforeTheCase() throws Exception {
        var answer = new Locked(database)
                .behindTheApplication(
                        file.applicationNo(),
                        () -> send("m-1", said(1, "CLOSED", "'result':'RETURNED','reason':'重复申报'")));

        assertThat(status(answer)).isEqualTo("APPLIED");
    }

    @Test
    void aRefusalAfterAcceptanceReturnsTheCaseForItsReason() throws Exception {
        send("m-1", said(1, "ACCEPTANCE_REFUSED", "'reason':'不属于本机关职权范围'"));

        var ended = cases.get(file.caseNo());
        assertThat(ended.state()).isEqualTo(CaseState.RETURNED);
        assertThat(ended.result().name()).isEqualTo("RETURNED");
        assertThat(ended.decision()).isNull();
        assertThat(journaled("不属于本机关职权范围")).isPositive();
        assertThat(clocks.face(file.caseNo(), time.instant()).finishedAt()).isNotNull();
        assertThat(papers.of(file.applicationNo()))
                .noneMatch(paper -> paper.title().contains("不予"));
        assertThat(telling()).isEmpty();
    }

    @Test
    void aRefusalBeforeAcceptanceIsARefusalWithItsPaper() throws Exception {
        file = filing().submitted(DEPARTMENT, Map.of());
        handedOver(file.caseNo(), DEPARTMENT);

        send("m-1", said(1, "ACCEPTANCE_REFUSED", "'reason':'不属于本机关职权范围'"));

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.ACCEPTANCE_REFUSED);
        assertThat(papers.of(file.applicationNo())).singleElement().satisfies(paper -> assertThat(paper.title())
                .isEqualTo("不予受理决定书"));
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNED,RETURNED,RETURNED",
        "VOIDED,VOIDED,VOIDED",
        "DELETED,VOIDED,DELETED",
        "TRANSFERRED,TRANSFERRED,TRANSFERRED"
    })
    void aDepartmentClosesACaseWithoutADecision(String said, CaseState state, String result) throws Exception {
        assertThat(send("m-0", said(1, "CLOSED", "'result':'" + said + "'")).getStatus())
                .isEqualTo(422);
        assertThat(status(send("m-1", said(1, "CLOSED", "'result':'" + said + "','reason':'重复申报'"))))
                .isEqualTo("APPLIED");

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(state);
        assertThat(cases.get(file.caseNo()).result().name()).isEqualTo(result);
        assertThat(clocks.face(file.caseNo(), time.instant()).finishedAt()).isNotNull();
        assertThat(telling()).isEmpty();
        assertThat(send("m-2", said(2, "CLOSED", "'result':'VOIDED','reason':'再次'"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void aDepartmentIsToldOnceThatItsCaseWasTakenBack() throws Exception {
        endings.end(file.caseNo(), Ending.WITHDRAWN, "申请人", "不再办理");

        assertThat(telling()).hasSize(1);
        var message = outbox.prepare(file.caseNo());
        assertThat(message.key()).isEqualTo(file.caseNo() + ":ENDED:2");
        assertThat(outbox.prepare(file.caseNo())).isEqualTo(message);
        var body = json.readTree(message.body());
        assertThat(body.path("kind").asText()).isEqualTo("ENDED");
        assertThat(body.path("result").asText()).isEqualTo("WITHDRAWN");
        assertThat(body.path("reason").asText()).isEqualTo("不再办理");
        assertThat(body.has("answers")).isFalse();
        outbox.told(message.key(), 201, "{}");
        assertThat(outbox.prepare(file.caseNo()).sent()).isTrue();
    }

    @Test
    void aDepartmentThatWasGivenNothingIsToldNothing() {
        file = filing().underReview(DEPARTMENT, Map.of());

        endings.end(file.caseNo(), Ending.RETURNED, "承办人", "材料不实");

        assertThat(telling()).isEmpty();
    }

    @Test
    void aMessageSentTwiceTakesEffectOnce() throws Exception {
        var body = said(1, "STEP", "'step':'现场核验'");

        assertThat(status(send("m-1", body))).isEqualTo("APPLIED");
        assertThat(status(send("m-1", body))).isEqualTo("DUPLICATE");

        assertThat(journaled("现场核验")).isEqualTo(1);
    }

    @Test
    void aMessageSentFiveTimesAtOnceTakesEffectOnce() throws Exception {
        var body = said(1, "STEP", "'step':'制证'");
        var pool = Executors.newFixedThreadPool(5);

        var answers = new ArrayList<String>();
        for (var future : pool.invokeAll(List.<Callable<String>>of(
                () -> status(send("m-1", body)),
                () -> status(send("m-1", body)),
                () -> status(send("m-1", body)),
                () -> status(send("m-1", body)),
                () -> status(send("m-1", body))))) {
            answers.add(future.get());
        }
        pool.shutdown();

        assertThat(answers).containsExactlyInAnyOrder("APPLIED", "DUPLICATE", "DUPLICATE", "DUPLICATE", "DUPLICATE");
        assertThat(journaled("制证")).isEqualTo(1);
    }

    @Test
    void aNumberUsedForAnotherMessageIsRefused() throws Exception {
        send("m-1", said(1, "RECEIVED", "'reason':''"));

        var answer = send("m-1", said(2, "ACCEPTED", "'reason':''"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("message-id-reused");
    }

    @Test
    void aMessageThatOvertookAnotherWaitsForIt() throws Exception {
        assertThat(status(send("m-2", said(2, "STEP", "'step':'第二步'")))).isEqualTo("EARLY");
        assertThat(journaled("第二步")).isZero();

        assertThat(status(send("m-1", said(1, "STEP", "'step':'第一步'")))).isEqualTo("APPLIED");

        assertThat(cases.journal(file.caseNo()))
                .extracting(entry -> entry.detail().strip())
                .containsSubsequence("第一步", "第二步");
    }

    @Test
    void aDecisionThatComesBeforeTheProcessWaitsForItIsAppliedOnceItDoes() throws Exception {
        assertThat(status(send("m-1", decided(1, "grant")))).isEqualTo("EARLY");
        assertThat(cases.get(file.caseNo()).decision()).isNull();

        callbacks.sweep();
        assertThat(cases.get(file.caseNo()).decision()).isNull();

        waiting();
        callbacks.sweep();

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
        assertThat(status(send("m-1", decided(1, "grant")))).isEqualTo("DUPLICATE");
    }

    @Test
    void aMessageIsNotStarvedByManyThatWaitLonger() throws Exception {
        sql.sql(
                        """
                        insert into handoff_inbox (department, message_id, month, case_no, kind, sequence, said_at, body, status,
                                                   received_at)
                        select :department, :no || '-stuck-' || n, :month, :no || '-' || n, 'STEP', 9, :at,
                               :body, 'EARLY', :at from generate_series(1, 250) n""")
                .param("department", DEPARTMENT)
                .param("no", file.caseNo().substring(0, 18))
                .param("month", Numbers.month(file.caseNo()))
                .param("at", Timestamp.from(time.instant().minus(Duration.ofDays(1))))
                .param("body", said(9, "STEP", "'step':'卡住'"))
                .update();
        send("m-1", decided(1, "grant"));
        waiting();

        callbacks.sweep();
        callbacks.sweep();

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
        sql.sql("delete from handoff_inbox where message_id like '%-stuck-%'").update();
    }

    @Test
    void whatANewerMessageOvertookIsStoredAndNotApplied() throws Exception {
        send("m-1", said(1, "RECEIVED", "'reason':''"));
        send("m-2", said(2, "STEP", "'step':'审核'"));

        var answer = send("m-3", said(1, "STEP", "'step':'旧消息'"));

        assertThat(status(answer)).isEqualTo("STALE");
        assertThat(journaled("旧消息")).isZero();
        assertThat(inbox("m-3")).isEqualTo("STALE");
    }

    @Test
    void anotherDepartmentsCaseIsForbidden() throws Exception {
        var answer = send(NEIGHBOUR, "the secret of police", "m-1", said(1, "RECEIVED", "'reason':''"), now());

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("case-foreign");
    }

    @Test
    void aCaseThatNobodyKnowsIsNotFound() throws Exception {
        var answer = send("m-1", "{\"caseNo\":\"4301002026010100000000\",\"kind\":\"RECEIVED\",\"sequence\":1}");

        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @Test
    void aForgedOrChangedMessageIsNobodys() throws Exception {
        var body = said(1, "RECEIVED", "'reason':''");

        assertThat(send(DEPARTMENT, "a guess", "m-1", body, now()).getStatus()).isEqualTo(401);
        assertThat(send("nobody", SECRET, "m-1", body, now()).getStatus()).isEqualTo(401);
        assertThat(posted(DEPARTMENT, "m-1", now(), DepartmentCalls.signature(SECRET, now(), "m-1", body), body + " ")
                        .getStatus())
                .isEqualTo(401);
        assertThat(posted(DEPARTMENT, "m-2", now(), DepartmentCalls.signature(SECRET, now(), "m-1", body), body)
                        .getStatus())
                .isEqualTo(401);
        assertThat(posted(DEPARTMENT, "m-1", now(), "", body).getStatus()).isEqualTo(401);
        assertThat(sql.sql("select count(*) from handoff_inbox where case_no = :no")
                        .param("no", file.caseNo())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void aMessageFromAnotherTimeIsNobodys(long seconds) throws Exception {
        time.setTo(Instant.parse("2026-11-02T02:00:00Z"));
        var then = String.valueOf(time.instant().plusSeconds(seconds).getEpochSecond());

        var answer = send(DEPARTMENT, SECRET, "m-1", said(1, "RECEIVED", "'reason':''"), then);

        assertThat(answer.getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, 0, 299})
    void clocksMayDifferByLessThanFiveMinutes(long seconds) throws Exception {
        time.setTo(time.instant());
        var then = time.instant().plusSeconds(seconds);

        assertThat(send(DEPARTMENT, SECRET, "m-s", said(1, "RECEIVED", "'reason':''"), "" + then.getEpochSecond())
                        .getStatus())
                .isEqualTo(200);
        assertThat(send(DEPARTMENT, SECRET, "m-ms", said(2, "ACCEPTED", "'reason':''"), "" + then.toEpochMilli())
                        .getStatus())
                .isEqualTo(200);
        assertThat(send(DEPARTMENT, SECRET, "m-iso", said(3, "STEP", "'step':'审核'"), then.toString())
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':'DECIDED','outcome':'maybe'",
                "'kind':'DECIDED','outcome':'deny'",
                "'kind':'SUPPLEMENT_REQUESTED'",
                "'kind':'SPECIAL_PROCEDURE_STARTED','reason':'鉴定'",
                "'kind':'SOMETHING'",
                "'kind':'STEP','reason':'\\u0000'",
                "'reason':'没有类型'"
            })
    void aMessageThatLacksWhatItsKindNeedsIsInvalid(String rest) throws Exception {
        var answer = send("m-1", ("{'caseNo':'" + file.caseNo() + "','sequence':1," + rest + "}").replace('\'', '"'));

        assertThat(answer.getStatus()).isEqualTo(422);
    }

    @Test
    void aCaseThatWasNeverHandedOverCannotBeAnswered() throws Exception {
        file = filing().underReview(DEPARTMENT, Map.of());

        var answer = send("m-1", said(1, "RECEIVED", "'reason':''"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("not-handed-over");
    }

    @Test
    void whatWasRefusedMayBeSaidAgainRightly() throws Exception {
        assertThat(send("m-1", said(1, "SPECIAL_PROCEDURE_ENDED", "'reason':''"))
                        .getStatus())
                .isEqualTo(409);

        assertThat(status(send("m-2", said(1, "STEP", "'step':'审核'")))).isEqualTo("APPLIED");
        assertThat(inbox("m-1")).isEqualTo("REFUSED");
    }

    @Test
    void aCaseIsDecidedOnce() throws Exception {
        waiting();
        send("m-1", decided(1, "grant"));

        var answer = send("m-2", said(2, "DECIDED", "'outcome':'deny','reason':'改变主意'"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void aDepartmentGrantsNothingWhileAPromisedMaterialIsMissing() throws Exception {
        waiting();
        sql.sql(
                        """
                        insert into deferred_material (case_no, material_key, application_no, material_name, promised_by, promise,
                            promised_at) values (?, 'proof', ?, '场所证明', '测试人', '承诺后补', now())""")
                .params(file.caseNo(), file.applicationNo())
                .update();

        var answer = send("m-1", decided(1, "grant"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("deferred-open");
        assertThat(cases.get(file.caseNo()).decision()).isNull();
        assertThat(status(send("m-2", decided(1, "deny")))).isEqualTo("APPLIED");
    }

    @Test
    void aSpecialProcedureStopsTheClockUntilItEnds() throws Exception {
        send("m-1", said(1, "SPECIAL_PROCEDURE_STARTED", "'days':5,'reason':'专家评审','legalBasis':'行政许可法第四十五条'"));

        assertThat(papers.of(file.applicationNo()))
                .anySatisfy(paper -> assertThat(paper.title()).isEqualTo("特别程序所需时间告知书"));
        var recipient = sql.sql("select recipient from notice_message where case_no = ?")
                .param(file.caseNo())
                .query(String.class)
                .single();
        assertThat(inbox.of(recipient))
                .filteredOn(message -> file.caseNo().equals(message.caseNo()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("专家评审", "5 个工作日"));

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(clocks.face(file.caseNo(), time.instant()).stopped()).isTrue();

        send("m-2", said(2, "SPECIAL_PROCEDURE_ENDED", "'reason':'评审通过'"));

        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.UNDER_REVIEW);
        assertThat(clocks.face(file.caseNo(), time.instant()).stopped()).isFalse();
    }

    @Test
    void aSupplementAskedForByTheDepartmentIsOneNoticeToTheApplicant() throws Exception {
        waiting();

        send(
                "m-1",
                said(
                        1,
                        "SUPPLEMENT_REQUESTED",
                        "'reason':'请核对','materials':[{'key':'birth-certificate','name':'出生医学证明','reason':'缺第二页'}]"));

        var notice = supplements.open(file.caseNo()).orElseThrow();
        assertThat(notice.note()).isEqualTo("请核对");
        assertThat(notice.items())
                .extracting("materialKey", "reason")
                .containsExactly(tuple("birth-certificate", "缺第二页"));
        assertThat(notice.dueAt()).isAfter(time.instant().plus(Duration.ofDays(1)));
        assertThat(cases.get(file.caseNo()).state()).isEqualTo(CaseState.SUPPLEMENT_REQUESTED);
        assertThat(status(send("m-2", decided(2, "grant")))).isEqualTo("EARLY");
    }

    @Test
    void whatADepartmentWantsThatNobodyAskedForBeforeCanBeHandedIn() throws Exception {
        waiting();

        send("m-1", said(1, "SUPPLEMENT_REQUESTED", "'materials':[{'name':'情况说明','reason':'请说明户口登记意愿'}]"));

        var wanted = supplements.open(file.caseNo()).orElseThrow().items().get(0);
        assertThat(wanted.name()).isEqualTo("情况说明");
        assertThat(materials.of(file.applicationNo(), file.caseNo()))
                .filteredOn(material -> material.key().equals(wanted.materialKey()))
                .singleElement()
                .satisfies(material -> assertThat(material.missing()).isTrue());
    }

    private List<Instances.Instance> telling() {
        return instances.of(file.caseNo()).stream()
                .filter(instance -> instance.processKey().equals("department-told"))
                .toList();
    }

    private void waiting() {
        processes.start("waits-for-department", file.caseNo(), null, Map.of("applicationNo", file.applicationNo()));
    }

    private String decided(int sequence, String outcome) {
        return said(sequence, "DECIDED", "'outcome':'" + outcome + "','reason':'经审查符合条件','officer':'王医生'");
    }

    private String said(int sequence, String kind, String rest) {
        return DepartmentCalls.said(file.caseNo(), sequence, kind, rest);
    }

    private MockHttpServletResponse send(String messageId, String body) throws Exception {
        return send(DEPARTMENT, SECRET, messageId, body, now());
    }

    /** Message ids are unique per department for ever, so each case has its own. */
    private MockHttpServletResponse send(String department, String secret, String id, String body, String timestamp)
            throws Exception {
        var messageId = file.caseNo() + "-" + id;
        return posted(
                department, messageId, timestamp, DepartmentCalls.signature(secret, timestamp, messageId, body), body);
    }

    private MockHttpServletResponse posted(
            String department, String messageId, String timestamp, String signature, String body) throws Exception {
        return new DepartmentCalls(http, json, time, department, SECRET).posted(messageId, timestamp, signature, body);
    }

    private String now() {
        return String.valueOf(time.instant().getEpochSecond());
    }

    private String status(MockHttpServletResponse answer) throws Exception {
        return tree(answer).path("status").asText();
    }

    private String code(MockHttpServletResponse answer) throws Exception {
        return tree(answer).path("code").asText();
    }

    private JsonNode tree(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }

    private long journaled(String detail) {
        return cases.journal(file.caseNo()).stream()
                .filter(entry -> entry.detail().contains(detail))
                .count();
    }

    private String inbox(String id) {
        return sql.sql("select status from handoff_inbox where message_id = :id")
                .param("id", file.caseNo() + "-" + id)
                .query(String.class)
                .single();
    }

    private void handedOver(String caseNo, String department) {
        sql.sql(
                        """
                        insert into handoff_message (month, key, case_no, department, kind, sequence, url, body, status,
                                                     prepared_at, changed_at)
                        values (:month, :key, :no, :department, 'APPLY', 1, 'http://localhost:1', '{}', 'SENT', now(), now())""")
                .param("month", Numbers.month(caseNo))
                .param("key", caseNo + ":APPLY:1")
                .param("no", caseNo)
                .param("department", department)
                .update();
    }
}
