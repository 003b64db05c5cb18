package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Jobs;
import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Processes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ClocksOfEveryKindTest {

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <process id="deferred-in-tests" isExecutable="true" camunda:historyTimeToLive="P90D">
                <startEvent id="begun"/>
                <sequenceFlow id="f1" sourceRef="begun" targetRef="deferredMaterialDue"/>
                <intermediateCatchEvent id="deferredMaterialDue"><timerEventDefinition>
                  <timeDate xsi:type="tFormalExpression">${clock.dueAt(execution, 'DEFERRED_MATERIAL')}</timeDate>
                </timerEventDefinition></intermediateCatchEvent>
                <sequenceFlow id="f2" sourceRef="deferredMaterialDue" targetRef="ended"/>
                <endEvent id="ended"/>
              </process>
            </definitions>""";

    @Autowired
    Clocks clocks;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient sql;

    @Test
    void aRatingsClockRunsUnderItsOwnNumber() {
        var key = Clocks.Key.of("X4301002026031200020011", ClockKind.RATING_CONTACT);
        clocks.start(key, terms(1), at("2026-03-12T10:00"));

        var face = clocks.face(key, at("2026-03-13T10:00:01"));

        assertThat(face.light()).isEqualTo(Light.YELLOW);
        assertThat(face.promisedDueAt()).isEqualTo(at("2026-03-13T10:00"));
        assertThat(clocks.of(key.no())).containsExactly(key);
    }

    @Test
    void aKindWithoutALightIsCountedAndNeverRaisesACard() {
        var key = Clocks.Key.of("X4301002026031200020022", ClockKind.WORK_ORDER_RETURN);
        var terms = new Clocks.Terms(
                1, 0, LimitUnit.CALENDAR_DAY, CountingRule.EXACT_TIME, "430100", "clocks-of-every-kind");
        clocks.start(key, terms, at("2026-03-14T10:00"));

        assertThat(clocks.face(key, at("2026-06-01T10:00")).light()).isEqualTo(Light.NONE);
        assertThat(clocks.face(key, at("2026-03-14T11:00")).promisedDueAt()).isEqualTo(at("2026-03-15T10:00"));
        assertThat(nextLight(key)).isNull();
    }

    @Test
    void theTimerOfAnotherKindFollowsTheLedger() {
        deployments.deploy("deferred-in-tests", null, Map.of("deferred.bpmn", MODEL.getBytes(StandardCharsets.UTF_8)));
        var key = Clocks.Key.of("4301002026031200020033", ClockKind.DEFERRED_MATERIAL);
        clocks.start(key, terms(5), at("2026-03-12T10:00"));
        processes.start("deferred-in-tests", key.no(), null, Map.of());
        assertThat(due(key)).isEqualTo(at("2026-03-19T10:00"));

        clocks.extend(key, 2, "申请人申请延期", "示例", at("2026-03-13T10:00"));
        assertThat(due(key)).isEqualTo(at("2026-03-23T10:00"));

        clocks.stop(key, "补正", "示例", at("2026-03-16T10:00"));
        assertThat(due(key)).isAfter(at("2100-01-01T00:00"));
    }

    @Test
    void eachSpecialProcedureOfACaseHasAClockOfItsOwn() {
        var no = "4301002026031200020044";
        clocks.start(no, terms(7), at("2026-03-12T10:00"));
        clocks.startSpecialProcedure(no, 5, "检测", "行政许可法第四十五条", at("2026-03-13T10:00"));
        clocks.endSpecialProcedure(no, at("2026-03-16T10:00"));
        clocks.startSpecialProcedure(no, 3, "专家评审", "行政许可法第四十五条", at("2026-03-17T10:00"));

        var first = new Clocks.Key(no, ClockKind.SPECIAL_PROCEDURE, 1);
        var second = new Clocks.Key(no, ClockKind.SPECIAL_PROCEDURE, 2);
        assertThat(clocks.of(no)).containsExactly(Clocks.Key.ofCase(no), first, second);
        assertThat(clocks.face(first, at("2026-03-18T10:00")).finishedAt()).isEqualTo(at("2026-03-16T10:00"));
        assertThat(clocks.face(second, at("2026-03-18T10:00")).promisedDueAt()).isEqualTo(at("2026-03-20T10:00"));
        assertThat(clocks.face(second, at("2026-03-20T10:00:01")).light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void aPublicNoticeRunsInCalendarDaysAndMovesTheCaseByTheWorkingTimeInThem() {
        var no = "4301002026031200020066";
        clocks.start(no, terms(7), at("2026-03-12T10:00"));
        var due = clocks.face(no, at("2026-03-12T10:00")).promisedDueAt();
        clocks.startSpecialProcedure(no, 20, LimitUnit.CALENDAR_DAY, "公示", "市场主体登记管理条例", at("2026-03-13T10:00"));

        var notice = new Clocks.Key(no, ClockKind.SPECIAL_PROCEDURE, 1);
        assertThat(clocks.face(notice, at("2026-03-13T10:00")).promisedDueAt()).isEqualTo(at("2026-04-02T10:00"));
        assertThat(due).isEqualTo(at("2026-03-23T10:00"));
        assertThat(clocks.face(no, at("2026-03-13T10:00")).promisedDueAt()).isEqualTo(at("2026-04-13T10:00"));

        clocks.endSpecialProcedure(no, at("2026-03-18T10:00"));

        assertThat(clocks.face(no, at("2026-03-18T10:00")).promisedDueAt()).isEqualTo(at("2026-03-26T10:00"));
        assertThat(clocks.face(no, at("2026-03-18T10:00")).entries())
                .extracting(Clocks.Entry::unit)
                .containsExactly(null, LimitUnit.CALENDAR_DAY, null);
    }

    @Test
    void theTimerOfASpecialProcedureWaitsForTheOneThatRuns() {
        var model = MODEL.replace("deferred-in-tests", "procedure-in-tests")
                .replace("deferredMaterialDue", "specialProcedureDue")
                .replace("DEFERRED_MATERIAL", "SPECIAL_PROCEDURE");
        deployments.deploy(
                "procedure-in-tests", null, Map.of("procedure.bpmn", model.getBytes(StandardCharsets.UTF_8)));
        var no = "4301002026031200020077";
        clocks.start(no, terms(7), at("2026-03-12T10:00"));
        clocks.startSpecialProcedure(no, 2, "检测", "行政许可法第四十五条", at("2026-03-12T10:00"));
        clocks.endSpecialProcedure(no, at("2026-03-13T10:00"));
        clocks.startSpecialProcedure(no, 3, "公示", "示例", at("2026-03-16T10:00"));
        processes.start("procedure-in-tests", no, null, Map.of());

        var second = new Clocks.Key(no, ClockKind.SPECIAL_PROCEDURE, 2);
        assertThat(due(second)).isEqualTo(at("2026-03-19T10:00"));

        clocks.extend(second, 1, "延长", "示例", at("2026-03-17T10:00"));
        assertThat(due(second)).isEqualTo(at("2026-03-20T10:00"));
    }

    @Test
    void aClockThatIsCalledOffGetsNoCardAnyMore() {
        var key = Clocks.Key.of("4301002026031200020055", ClockKind.ONLINE_PREACCEPTANCE);
        clocks.start(key, terms(2), at("2026-03-12T10:00"));
        assertThat(nextLight(key)).isEqualTo(at("2026-03-16T10:00"));

        clocks.callOff(key, "申请人撤回", at("2026-03-25T10:00"));

        assertThat(nextLight(key)).isNull();
        assertThat(clocks.face(key, at("2026-03-25T11:00")).finishedAt()).isEqualTo(at("2026-03-25T10:00"));
    }

    private static Clocks.Terms terms(int days) {
        return new Clocks.Terms(
                days, days, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, "430100", "clocks-of-every-kind");
    }

    private Instant due(Clocks.Key key) {
        return jobs.waiting(key.no()).get(0).getDuedate().toInstant();
    }

    private Instant nextLight(Clocks.Key key) {
        List<Instant> found = sql.sql("select next_light_at from clock where case_no = ? and kind = ? and number = ?")
                .params(key.no(), key.kind().name(), key.number())
                .query((row, n) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant())
                .list();
        return found.get(0);
    }
}
