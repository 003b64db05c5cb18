package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.Jobs;
import io.onevisit.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class LightAlarmsTest {

    private static final Instant BLUE = Instant.parse("2031-03-01T01:00:00Z");
    private static final Instant YELLOW = Instant.parse("2031-03-04T01:00:00Z");
    private static final Instant RED = Instant.parse("2031-03-09T01:00:00Z");

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <process id="lights-in-tests" isExecutable="true" camunda:historyTimeToLive="P90D">
                <startEvent id="begun"/>
                <sequenceFlow id="f1" sourceRef="begun" targetRef="handling"/>
                <subProcess id="handling">
                  <startEvent id="entered"/>
                  <sequenceFlow id="f2" sourceRef="entered" targetRef="decide"/>
                  <userTask id="decide"/>
                  <sequenceFlow id="f3" sourceRef="decide" targetRef="decided"/>
                  <endEvent id="decided"><terminateEventDefinition/></endEvent>
                  <subProcess id="watch" triggeredByEvent="true">
                    <startEvent id="blueAt" isInterrupting="false"><timerEventDefinition><timeDate xsi:type="tFormalExpression">${blue}</timeDate></timerEventDefinition></startEvent>
                    <sequenceFlow id="w1" sourceRef="blueAt" targetRef="yellowAt"/>
                    <intermediateCatchEvent id="yellowAt"><timerEventDefinition><timeDate xsi:type="tFormalExpression">${yellow}</timeDate></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="w2" sourceRef="yellowAt" targetRef="redAt"/>
                    <intermediateCatchEvent id="redAt"><timerEventDefinition><timeDate xsi:type="tFormalExpression">${red}</timeDate></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="w3" sourceRef="redAt" targetRef="watched"/>
                    <endEvent id="watched"/>
                  </subProcess>
                </subProcess>
                <sequenceFlow id="f4" sourceRef="handling" targetRef="closed"/>
                <endEvent id="closed"/>
              </process>
            </definitions>""";

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    Alarms alarms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void published() {
        deployments.deploy(
                "lights-in-tests", null, Map.of("lights-in-tests.bpmn", MODEL.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void oneAlarmFollowsTheOtherAndNoneOutlivesTheDecision() {
        var id = handled("lights-1");
        assertThat(alarms.pending("lights-1")).contains(new Alarms.Alarm("lights-1", "blue", BLUE));

        jobs.run("lights-1", "blueAt");
        assertThat(alarms.pending("lights-1")).contains(new Alarms.Alarm("lights-1", "yellow", YELLOW));

        jobs.run("lights-1", "yellowAt");
        assertThat(alarms.pending("lights-1")).contains(new Alarms.Alarm("lights-1", "red", RED));
        assertThat(jobs.waiting("lights-1")).hasSize(1);

        tasks.complete(
                tasks.createTaskQuery().processInstanceId(id).singleResult().getId());
        assertThat(alarms.pending("lights-1")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(id).count())
                .isZero();
    }

    @Test
    void thePendingAlarmTakesTheInstantOfItsOwnLight() {
        handled("lights-2");
        jobs.run("lights-2", "blueAt");

        alarms.redate("lights-2", BLUE.plusSeconds(1), YELLOW.plusSeconds(2), RED.plusSeconds(3));

        assertThat(alarms.pending("lights-2")).contains(new Alarms.Alarm("lights-2", "yellow", YELLOW.plusSeconds(2)));
        runtime.deleteProcessInstance(instance("lights-2"), "test");
    }

    @Test
    void anAlarmMadeInTheSameTransactionIsDatedAnewToo() {
        transaction.executeWithoutResult(status -> {
            handled("lights-3");
            alarms.redate("lights-3", BLUE.plusSeconds(60), YELLOW, RED);
        });

        assertThat(alarms.pending("lights-3")).contains(new Alarms.Alarm("lights-3", "blue", BLUE.plusSeconds(60)));
        runtime.deleteProcessInstance(instance("lights-3"), "test");
    }

    @Test
    void aClockThatStandsStillRaisesNothing() {
        handled("lights-4");

        alarms.redate("lights-4", null, null, null);

        assertThat(alarms.pending("lights-4"))
                .hasValueSatisfying(alarm -> assertThat(alarm.due()).isAfter(Instant.parse("2900-01-01T00:00:00Z")));
        runtime.deleteProcessInstance(instance("lights-4"), "test");
    }

    private String handled(String caseNo) {
        return processes.start(
                "lights-in-tests",
                caseNo,
                null,
                Map.of("blue", Date.from(BLUE), "yellow", Date.from(YELLOW), "red", Date.from(RED)));
    }

    private String instance(String caseNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .singleResult()
                .getId();
    }
}
