package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import io.onevisit.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the platform hears of tasks and rules while a process runs. */
@PlatformTest
class ReportsTest {

    private static final String DECISION =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="t">
              <decision id="group-in-tests" name="选定岗位" camunda:historyTimeToLive="P90D">
                <decisionTable id="table" hitPolicy="UNIQUE">
                  <input id="in" label="department"><inputExpression id="ie" typeRef="string"><text>department</text></inputExpression></input>
                  <output id="out" name="group" typeRef="string"/>
                  <rule id="health"><description>卫生健康由专岗办理</description><inputEntry id="i1"><text>"health"</text></inputEntry><outputEntry id="o1"><text>"dept-health"</text></outputEntry></rule>
                  <rule id="others"><inputEntry id="i2"><text>not("health")</text></inputEntry><outputEntry id="o2"><text>"window-clerks"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    UserTasks tasks;

    @Autowired
    Decisions decisions;

    @Autowired
    Instances instances;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HeardInTests heard;

    @BeforeEach
    void published() {
        var model = Models.process("reports-in-tests")
                .startEvent("begun")
                .businessRuleTask("choose")
                .camundaDecisionRef("group-in-tests")
                .camundaDecisionRefBinding("deployment")
                .camundaResultVariable("group")
                .camundaMapDecisionResult("singleEntry")
                .userTask("review")
                .name("部门审查决定")
                .documentation("依据《行政许可法》第三十四条")
                .camundaFormRef("department-review")
                .camundaFormRefBinding("latest")
                .camundaCandidateGroups("${group}")
                .endEvent("done")
                .done();
        var files = new HashMap<>(Models.file("reports-in-tests", model));
        files.put("group-in-tests.dmn", DECISION.getBytes(StandardCharsets.UTF_8));
        deployments.deploy("reports-in-tests", null, files);
        heard.clear();
    }

    @Test
    void aTaskIsHeardOfWhenItIsMadeAndWhenItIsDone() {
        processes.start("reports-in-tests", "reports-1", null, Map.of("department", "health"));

        var task = heard.created.get(0);
        assertThat(task.key()).isEqualTo("review");
        assertThat(task.name()).isEqualTo("部门审查决定");
        assertThat(task.businessKey()).isEqualTo("reports-1");
        assertThat(task.processKey()).isEqualTo("reports-in-tests");
        assertThat(task.formKey()).isEqualTo("department-review");
        assertThat(task.candidateGroups()).containsExactly("dept-health");
        assertThat(task.documentation()).contains("第三十四条");
        assertThat(tasks.find(task.id())).contains(task);

        tasks.complete(task.id(), Map.of("outcome", "grant"));

        assertThat(heard.ended).containsExactly(task.id() + ":true");
        assertThat(tasks.find(task.id())).isEmpty();
        assertThatThrownBy(() -> tasks.complete(task.id(), Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.status().value()).isEqualTo(409));
    }

    @Test
    void aTaskThatFallsAwayIsNotADoneOne() {
        var instance = processes.start("reports-in-tests", "reports-2", null, Map.of("department", "health"));

        runtime.deleteProcessInstance(instance, "withdrawn");

        assertThat(heard.ended).containsExactly(heard.created.get(0).id() + ":false");
    }

    @Test
    void aRuleThatFiredIsHeardOfInItsOwnWords() {
        var instance = processes.start("reports-in-tests", "reports-3", null, Map.of("department", "health"));

        assertThat(heard.decided)
                .containsExactly(
                        "reports-3 choose group-in-tests health 卫生健康由专岗办理 {group=dept-health} {department=health}");
        runtime.deleteProcessInstance(instance, "test");
    }

    @Test
    void aQuestionOutsideAProcessIsAnsweredAndNotRecorded() {
        var outcome = decisions.evaluate("group-in-tests", "430100", Map.of("department", "police"));

        assertThat(outcome.rows()).containsExactly(Map.of("group", "window-clerks"));
        assertThat(outcome.rules()).containsExactly("others");
        assertThat(heard.decided).isEmpty();
        assertThatThrownBy(() -> decisions.evaluate("no-such-decision", null, Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.status().value()).isEqualTo(404));
    }

    @Test
    void theDiagramShowsWhereTheCaseIs() {
        var id = processes.start("reports-in-tests", "reports-4", null, Map.of("department", "health"));

        assertThat(instances.of("reports-4")).singleElement().satisfies(instance -> {
            assertThat(instance.running()).isTrue();
            assertThat(instance.waiting()).containsExactly("review");
            assertThat(instance.passed()).containsExactlyInAnyOrder("begun", "choose");
            assertThat(instance.failed()).isEmpty();
        });
        assertThat(instances.diagram(id)).contains("<userTask").contains("部门审查决定");
        runtime.deleteProcessInstance(id, "test");
    }

    @Test
    void aMessageReachesOnlyWhoWaitsForIt() {
        assertThat(processes.correlate("department-answered", "reports-nobody", Map.of()))
                .isFalse();
    }
}
