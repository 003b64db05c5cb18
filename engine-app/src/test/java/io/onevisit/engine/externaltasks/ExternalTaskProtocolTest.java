package io.onevisit.engine.externaltasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import io.onevisit.engine.Deployments;
import io.onevisit.engine.Incidents;
import io.onevisit.engine.Processes;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.exception.BadRequestException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The official Java client against our six calls, over HTTP. */
@PlatformTest
class ExternalTaskProtocolTest {

    private static final String MODEL =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <error id="drawn" errorCode="applicant-unknown"/>
              <process id="work-in-tests" name="测试流程" isExecutable="true" camunda:historyTimeToLive="P90D">
                <startEvent id="begun"/>
                <sequenceFlow id="f1" sourceRef="begun" targetRef="work"/>
                <serviceTask id="work" name="查验证照" camunda:type="external" camunda:topic="topic-in-tests"/>
                <boundaryEvent id="unknown" attachedToRef="work"><errorEventDefinition errorRef="drawn"/></boundaryEvent>
                <sequenceFlow id="f2" sourceRef="work" targetRef="waits"/>
                <receiveTask id="waits"/>
                <sequenceFlow id="f3" sourceRef="unknown" targetRef="refused"/>
                <receiveTask id="refused"/>
              </process>
            </definitions>""";

    @LocalServerPort
    int port;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    Incidents incidents;

    @Autowired
    RuntimeService runtime;

    private final LinkedBlockingQueue<Work> received = new LinkedBlockingQueue<>();
    private ExternalTaskClient client;
    private String instance;

    private record Work(ExternalTask task, ExternalTaskService engine) {}

    @BeforeEach
    void aWorkerWaits() {
        deployments.deploy("work-in-tests", null, Map.of("work-in-tests.bpmn", MODEL.getBytes(StandardCharsets.UTF_8)));
        client = worker("worker-1", 60_000);
    }

    @AfterEach
    void theWorkerGoes() {
        client.stop();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("work-in-tests")
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "test"));
    }

    @Test
    void aWorkerCompletesWhatItFetched() throws Exception {
        var at = new Date(1_900_000_000_123L);
        var work = started("work-1", Map.of("applicationNo", "A430100", "asked", at, "count", 7));

        assertThat(work.task().getBusinessKey()).isEqualTo("work-1");
        assertThat(work.task().getActivityId()).isEqualTo("work");
        assertThat(work.task().getProcessDefinitionKey()).isEqualTo("work-in-tests");
        assertThat(work.task().<String>getVariable("applicationNo")).isEqualTo("A430100");
        assertThat(work.task().<Date>getVariable("asked")).isEqualTo(at);
        assertThat(work.task().<Integer>getVariable("count")).isEqualTo(7);

        work.engine().complete(work.task(), Map.of("found", true, "confidence", 0.93, "name", "陈静", "until", at));

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("waits");
        assertThat(runtime.getVariables(instance))
                .containsEntry("found", true)
                .containsEntry("confidence", 0.93)
                .containsEntry("name", "陈静")
                .containsEntry("until", at);
    }

    @Test
    void whatFailsIsTriedAgainAndThenShownToAPerson() throws Exception {
        var first = started("work-2", Map.of());
        first.engine().handleFailure(first.task(), "库房没有应答", "java.net.ConnectException", 1, 0);
        var second = next();
        assertThat(second.task().getRetries()).isEqualTo(1);
        assertThat(incident("work-2")).isNull();

        second.engine().handleFailure(second.task(), "库房没有应答", "java.net.ConnectException", 0, 0);

        var incident = incident("work-2");
        assertThat(incident.message())
                .contains("查验证照")
                .contains("topic-in-tests")
                .contains("work-2")
                .contains("重试");
        assertThat(incident.cause()).contains("库房没有应答").contains("java.net.ConnectException");
        assertThat(incident.topic()).isEqualTo("topic-in-tests");
        assertThat(incident.worker()).isEqualTo("worker-1");

        incidents.retry(incident.id());

        completed(next());
        assertThat(incident("work-2")).isNull();
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("waits");
    }

    @Test
    void anErrorTheOfficeKnowsTakesItsDrawnPath() throws Exception {
        var work = started("work-3", Map.of());

        work.engine().handleBpmnError(work.task(), "applicant-unknown", "查无此人", Map.of("why", "NONE"));

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("refused");
        assertThat(runtime.getVariable(instance, "why")).isEqualTo("NONE");
    }

    @Test
    void anErrorNobodyDrewIsShownToAPersonAndNeverASilentEnd() throws Exception {
        var work = started("work-4", Map.of());

        work.engine().handleBpmnError(work.task(), "nobody-drew-this", "意外");

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("work");
        assertThat(incident("work-4").cause()).contains("nobody-drew-this").contains("意外");
    }

    @Test
    void workOfAWorkerThatDiedGoesToAnother() throws Exception {
        client.stop();
        client = worker("dies", 1);
        var lost = started("work-5", Map.of());
        client.stop();
        received.clear();

        client = worker("worker-2", 60_000);
        var again = next();

        assertThat(again.task().getId()).isEqualTo(lost.task().getId());
        assertThatThrownBy(() -> lost.engine().complete(lost.task())).isInstanceOf(BadRequestException.class);
        completed(again);
        assertThatThrownBy(() -> again.engine().complete(again.task())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLockIsExtendedAndGivenBack() throws Exception {
        var work = started("work-6", Map.of());

        work.engine().extendLock(work.task(), 120_000);
        work.engine().unlock(work.task());

        assertThat(next().task().getId()).isEqualTo(work.task().getId());
    }

    private Work started(String businessKey, Map<String, Object> variables) throws InterruptedException {
        instance = processes.start("work-in-tests", businessKey, null, variables);
        return next();
    }

    private Work next() throws InterruptedException {
        var work = received.poll(30, TimeUnit.SECONDS);
        assertThat(work).as("work for the worker").isNotNull();
        return work;
    }

    private static void completed(Work work) {
        work.engine().complete(work.task());
    }

    private Incidents.Incident incident(String businessKey) {
        return incidents.open().stream()
                .filter(open -> open.businessKey().equals(businessKey))
                .findFirst()
                .orElse(null);
    }

    private ExternalTaskClient worker(String id, long lock) {
        var worker = ExternalTaskClient.create()
                .baseUrl("http://localhost:" + port + "/engine")
                .workerId(id)
                .asyncResponseTimeout(200)
                .disableBackoffStrategy()
                .lockDuration(lock)
                .addInterceptor(request -> request.addHeader("Authorization", "Bearer the-workers-of-the-tests"))
                .build();
        worker.subscribe("topic-in-tests")
                .handler((task, engine) -> received.add(new Work(task, engine)))
                .open();
        return worker;
    }
}
