package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ConfinedExpressionsTest {

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${text.length()}",
                "${text.bytes}",
                "${1.getClass()}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${execution.setVariable('a', 'b')}",
                "${execution.class.classLoader}",
                "${clock.getClass()}",
                "${clock.class}",
                "${clock.blueAt('4301')}",
                "${clock.blueAt(execution, 'more')}",
                "${clock.supplementDueAt}",
                "${clock.dueAt(execution)}",
                "${clock.dueAt(execution, 'RATING_CONTACT', 'more')}",
                "${tenants.of('430100', 'item-handling')}",
                "${tenants.of(execution, execution)}",
                "${tenants.toString()}",
                "${failsInTests.execute(execution)}",
                "${failsInTests.step}",
                "${runtimeService}",
                "${dataSource}",
                "${jdbcTemplate.dataSource}",
                "${processEngine.repositoryService}",
                "${now()}",
                "${dateTime().plusDays(1)}",
                "${currentUser()}",
            })
    void anExpressionReachesNothingOfTheServer(String expression) {
        assertThatThrownBy(() -> evaluated("expression-attack", expression)).satisfies(refusal -> assertThat(refusal)
                .isInstanceOfAny(org.camunda.bpm.engine.ProcessEngineException.class, Deployments.Rejected.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${text}", "${text == 'one' ? 'one' : 'two'}", "${empty text ? '' : 'one'}"})
    void anExpressionReadsVariables(String expression) {
        assertThat(evaluated("expression-plain", expression)).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${execution.processBusinessKey}", "#{execution.processBusinessKey}"})
    void anExpressionHandsOnTheBusinessKey(String expression) {
        assertThat(evaluated("expression-key", expression)).asString().startsWith("expression-key");
    }

    @Test
    void anExpressionAsksWhichEditionServesTheCity() {
        assertThat(evaluated("expression-tenant", "${tenants.of(execution, 'item-handling')}"))
                .isNull();
    }

    @Test
    void noVariableHidesAPlatformStep() {
        var model = Models.process("expression-shadow")
                .startEvent()
                .serviceTask("step")
                .camundaDelegateExpression("${countsInTests}")
                .userTask("wait")
                .endEvent()
                .done();
        deployments.deploy("expression-shadow", null, Models.file("expression-shadow", model));

        var id = processes.start("expression-shadow", "shadow-1", null, Map.of("countsInTests", "hidden"));

        assertThat(runtime.getVariable(id, "counted")).isEqualTo(1);
        runtime.deleteProcessInstance(id, "test");
    }

    @Test
    void aModelNamesNoJavaClass() {
        var model = Models.process("class-attack")
                .startEvent()
                .serviceTask()
                .camundaClass("java.lang.Thread")
                .endEvent()
                .done();
        deployments.deploy("class-attack", null, Models.file("class-attack", model));

        assertThatThrownBy(() -> processes.start("class-attack", "class-1", null, Map.of()))
                .hasStackTraceContaining("模型不得引用 Java 类");
    }

    @Test
    void aModelRunsNoScript() {
        var model = Models.process("script-attack")
                .startEvent()
                .scriptTask()
                .scriptFormat("juel")
                .scriptText("${1}")
                .endEvent()
                .done();
        deployments.deploy("script-attack", null, Models.file("script-attack", model));

        assertThatThrownBy(() -> processes.start("script-attack", "script-1", null, Map.of()))
                .hasStackTraceContaining("模型不得包含脚本");
    }

    @Test
    void aListenerIsConfinedToo() {
        var model = Models.process("listener-attack")
                .startEvent()
                .camundaExecutionListenerExpression("end", "${execution.getProcessEngineServices()}")
                .endEvent()
                .done();
        deployments.deploy("listener-attack", null, Models.file("listener-attack", model));

        assertThatThrownBy(() -> processes.start("listener-attack", "listener-1", null, Map.of()))
                .hasStackTraceContaining("模型中的表达式");
    }

    private Object evaluated(String key, String expression) {
        var model = Models.process(key)
                .startEvent()
                .serviceTask("ask")
                .camundaExpression(expression)
                .camundaResultVariable("answer")
                .userTask("wait")
                .endEvent()
                .done();
        deployments.deploy(key, null, Models.file(key, model));
        var id = processes.start(key, key + "-1", null, Map.of("text", "one"));
        var answer = runtime.getVariable(id, "answer");
        runtime.deleteProcessInstance(id, "test");
        return answer;
    }
}
