package io.onevisit.workers;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.longThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.client.exception.ConnectionLostException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final ExternalTaskService engine = mock(ExternalTaskService.class);
    private final ExternalTask task = Tasks.ofCase();

    @Test
    void whatWorkReturnsCompletesTheTask() {
        does(() -> Map.of("missingMaterials", 0));

        verify(engine).complete(task, Map.of("missingMaterials", 0));
        verifyNoMoreInteractions(engine);
    }

    @Test
    void whatTheModelHasAPathForTakesIt() {
        does(() -> {
            throw new BusinessError("applicant-unknown", "没有这个人");
        });

        verify(engine).handleBpmnError(task, "applicant-unknown", "没有这个人");
        verifyNoMoreInteractions(engine);
    }

    @Test
    void whatIsRefusedForGoodIsShownToAPersonAtOnce() {
        does(() -> {
            throw new Refused("部门拒收");
        });

        verify(engine).handleFailure(eq(task), eq("部门拒收"), anyString(), eq(0), eq(0L));
    }

    @Test
    void aNeighbourThatIsDownIsWaitedForPatiently() {
        does(() -> {
            throw new Unavailable("部门没有应答");
        });

        verify(engine).handleFailure(eq(task), eq("部门没有应答"), anyString(), eq(99), longThat(pause -> pause > 0));
    }

    @Test
    void whatNobodyForesawIsTriedAFewTimesAndThenShownToAPerson() {
        when(task.getRetries()).thenReturn(2, 2, 2, 2, 1);
        does(() -> {
            throw new IllegalStateException("odd");
        });
        verify(engine).handleFailure(eq(task), contains("odd"), contains("WorkerTest"), eq(1), anyLong());

        when(task.getRetries()).thenReturn(1);
        does(() -> {
            throw new IllegalStateException("odd");
        });
        verify(engine).handleFailure(eq(task), contains("odd"), anyString(), eq(0), eq(0L));
    }

    @Test
    void aPlatformThatCannotBeToldLeavesTheTaskToBeDoneAgain() {
        doThrow(new ConnectionLostException("gone", new java.io.IOException()))
                .when(engine)
                .complete(any(ExternalTask.class), anyMap());

        does(Map::of);

        verify(engine, never()).handleFailure(any(ExternalTask.class), any(), any(), eq(0), anyLong());
    }

    private void does(Supplier<Map<String, Object>> work) {
        new Worker("some-topic", Tasks.RETRY) {
            @Override
            protected Map<String, Object> work(ExternalTask task) {
                return work.get();
            }
        }.execute(task, engine);
    }
}
