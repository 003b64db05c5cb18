package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.Jobs;
import io.onevisit.PlatformTest;
import io.onevisit.problems.Problem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class FailedStepsTest {

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    Incidents incidents;

    @Autowired
    TestSteps.Fails step;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient sql;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void published() {
        step.mended = false;
        var model = Models.process("fails-in-tests")
                .startEvent("begun")
                .camundaAsyncAfter()
                .serviceTask("step")
                .name("开始计时")
                .camundaDelegateExpression("${failsInTests}")
                .receiveTask("waits")
                .endEvent()
                .done();
        deployments.deploy("fails-in-tests", null, Models.file("fails-in-tests", model));
    }

    @AfterEach
    void cleared() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("fails-in-tests")
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "test"));
    }

    @Test
    void aStepThatKeepsFailingIsShownWithItsReasonAndDoneOnRetry() {
        failed("fails-1");

        var incident = incident("fails-1");
        assertThat(incident.activity()).isEqualTo("开始计时");
        assertThat(incident.message()).contains("开始计时").contains("fails-1").contains("重试");
        assertThat(incident.cause()).startsWith("the register does not answer").hasSizeLessThanOrEqualTo(2000);

        step.mended = true;
        incidents.retry(incident.id());
        jobs.runReady("fails-1");

        assertThat(incident("fails-1")).isNull();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("fails-1")
                        .activityIdIn("waits")
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> incidents.retry(incident.id()))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.code()).isEqualTo("incident-ended"));
        assertThat(ended(incident.id())).isEqualTo("RETRIED");
    }

    @Test
    void anIncidentGoesWithItsProcess() {
        failed("fails-2");
        var incident = incident("fails-2");

        runtime.deleteProcessInstance(incident.processInstanceId(), "withdrawn");

        assertThat(incident("fails-2")).isNull();
        assertThat(ended(incident.id())).isEqualTo("GONE");
    }

    private void failed(String businessKey) {
        processes.start("fails-in-tests", businessKey, null, Map.of());
        for (var tries = 0; tries < 6; tries++) {
            assertThat(incident(businessKey)).isNull();
            assertThatThrownBy(() -> jobs.run(businessKey, "begun")).hasStackTraceContaining("does not answer");
        }
    }

    private Incidents.Incident incident(String businessKey) {
        return incidents.open().stream()
                .filter(open -> open.businessKey().equals(businessKey))
                .findFirst()
                .orElse(null);
    }

    private String ended(String id) {
        return sql.sql("SELECT ended_by FROM incident_record WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
