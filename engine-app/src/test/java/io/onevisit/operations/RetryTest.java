package io.onevisit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.onevisit.MutableClock;
import io.onevisit.cases.CaseFile;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Incidents;
import io.onevisit.engine.Processes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Failed work is picked by what it has in common and tried again: now, or little by little. */
class RetryTest extends OperationsTestCase {

    private static final String WORKER = "the-workers-of-the-tests";

    @Autowired
    ExternalTaskService work;

    @Autowired
    ManagementService management;

    @Autowired
    Incidents incidents;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    MutableClock time;

    @AfterEach
    void timeGoesOn() {
        time.reset();
    }

    @Test
    void whatAWorkerFailedAtIsGivenOutAgain() throws Exception {
        var file = failedLookUp("比对系统暂停服务 RT-1");
        var found = office.read(operator, PLACE + "/choices/incidents?topic=license-lookup&words=rt-1");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("number").asText()).isEqualTo(file.applicationNo());
        assertThat(office.read(operator, PLACE + "/choices/incidents?words=rt-1&olderHours=5"))
                .isEmpty();
        assertThat(office.read(elsewhere, PLACE + "/choices/incidents?words=rt-1"))
                .isEmpty();
        var before = everything();

        var no = tried(
                OperationKind.RETRY,
                instructions("tries", 2),
                List.of(found.path(0).path("id").asText()));

        assertThat(everything()).isEqualTo(before);
        assertThat(texts(line(no).path("effects"))).contains("异常“查验电子证照”解除");
        done(no);
        assertThat(work.createExternalTaskQuery()
                        .processInstanceId(process(file.applicationNo()).getId())
                        .list())
                .allSatisfy(one -> assertThat(one.getRetries()).isEqualTo(2));
        assertThat(office.read(operator, PLACE + "/choices/incidents?words=rt-1"))
                .isEmpty();
        assertThat(journal(cases, file.applicationNo())).anyMatch(entry -> entry.contains("重试异常"));
    }

    @Test
    void aStepOfThePlatformIsReallyTriedBeforehand() throws Exception {
        var sound = office.submitted(parent()).applicationNo();
        var job = jobs.waiting(sound).get(0);
        management.setJobRetries(job.getId(), 0);

        var no = tried(OperationKind.RETRY, instructions("tries", 3), List.of(incident(sound)));

        assertThat(line(no).path("state").asText()).isEqualTo("READY");
        assertThat(texts(line(no).path("stands"))).isNotEqualTo(texts(line(no).path("stood")));
        assertThat(jobs.waiting(sound)).hasSize(1);
        done(no);
        assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .isEqualTo(3);
    }

    @Test
    void aStepThatWouldFailAgainSaysWhy() throws Exception {
        var model =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
                  <process id="retried-in-tests" name="重试测试" isExecutable="true" camunda:historyTimeToLive="P90D">
                    <startEvent id="begun" name="开始" camunda:asyncAfter="true"/>
                    <sequenceFlow id="f1" sourceRef="begun" targetRef="light"/>
                    <intermediateCatchEvent id="light"><timerEventDefinition><timeDate xsi:type="tFormalExpression">${clock.blueAt(execution)}</timeDate></timerEventDefinition></intermediateCatchEvent>
                    <sequenceFlow id="f2" sourceRef="light" targetRef="ended"/>
                    <endEvent id="ended"/>
                  </process>
                </definitions>""";
        deployments.deploy(
                "retried-in-tests", null, Map.of("retried-in-tests.bpmn", model.getBytes(StandardCharsets.UTF_8)));
        var instance = processes.start("retried-in-tests", "X43010020260001", null, Map.of());
        management.setJobRetries(jobs.waiting("X43010020260001").get(0).getId(), 0);
        try {
            var no = tried(OperationKind.RETRY, instructions("tries", 1), List.of(incident("X43010020260001")));

            assertThat(line(no).path("state").asText()).isEqualTo("BARRED");
            assertThat(line(no).path("note").asText()).contains("尚未开始计时");
            office.send(operator, PLACE + "/" + no + "/submission", Map.of("reason", WHY))
                    .andExpect(jsonPath("$.code").value("nothing-ready"));
        } finally {
            runtime.deleteProcessInstance(instance, "test");
        }
    }

    @Test
    void manyAreSpreadOverTime() throws Exception {
        var ids = new ArrayList<String>();
        for (var n = 0; n < 3; n++) {
            ids.add(incident(failedLookUp("RT-SPREAD").applicationNo()));
        }
        var no = tried(OperationKind.RETRY, instructions("tries", 1, "spreadMinutes", 60), ids);
        submitted(no);

        goOn(no);
        assertThat(states(no)).containsExactly("DONE", "READY", "READY");
        assertThat(page(no).path("nextAt").asText()).isNotBlank();
        time.advance(Duration.ofMinutes(31));
        goOn(no);
        assertThat(states(no)).containsExactly("DONE", "DONE", "READY");
        time.advance(Duration.ofMinutes(31));
        goOn(no);

        assertThat(page(no).path("state").asText()).isEqualTo("DONE");
        ask(operator, OperationKind.RETRY, instructions("tries", 0), ids)
                .andExpect(jsonPath("$.code").value("tries-range"));
    }

    private List<String> states(long no) throws Exception {
        return lines(no).stream().map(line -> line.path("state").asText()).toList();
    }

    private CaseFile failedLookUp(String message) throws Exception {
        var file = office.submitted(parent());
        jobs.runReady(file.applicationNo());
        for (var task : work.createExternalTaskQuery().notLocked().list()) {
            if (file.applicationNo().equals(task.getBusinessKey())) {
                work.lock(task.getId(), WORKER, 60_000);
                work.handleFailure(task.getId(), WORKER, message, message, 0, 0);
            }
        }
        return file;
    }

    private String incident(String number) {
        return incidents.open().stream()
                .filter(open -> open.businessKey().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
