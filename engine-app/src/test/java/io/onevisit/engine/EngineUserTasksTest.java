package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.problems.Problem;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.junit.jupiter.api.Test;

class EngineUserTasksTest {

    /** The race itself takes two transactions and luck; what the engine says when it is lost is always the same. */
    @Test
    void whoCompletesATaskInTheInstantATimerFiresIsAskedToSendTheAnswerAgain() {
        var racing = (TaskService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TaskService.class}, (proxy, method, arguments) -> {
                    throw new PvmException("ConcurrentExecution[17] has no current activity");
                });

        assertThatThrownBy(() -> new EngineUserTasks(racing, null, null, null, null).complete("17", Map.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("请再提交一次");
    }
}
