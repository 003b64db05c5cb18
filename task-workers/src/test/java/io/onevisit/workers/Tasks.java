package io.onevisit.workers;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.camunda.bpm.client.task.ExternalTask;

/** Tasks as the engine hands them out. */
public final class Tasks {

    public static final String APPLICATION = "A430100202611230000001X";
    public static final String CASE = "4301002026112300000019";
    public static final Retry RETRY = new Retry(4, 100, Duration.ofSeconds(1), Duration.ofSeconds(30));

    private Tasks() {}

    public static ExternalTask ofApplication() {
        return of(APPLICATION);
    }

    public static ExternalTask ofCase() {
        return of(CASE);
    }

    public static ExternalTask ofDocument(String id, String kind) {
        var task = of(id);
        when(task.getVariable("documentKind")).thenReturn(kind);
        return task;
    }

    private static ExternalTask of(String businessKey) {
        var task = mock(ExternalTask.class);
        when(task.getId()).thenReturn("task-1");
        when(task.getBusinessKey()).thenReturn(businessKey);
        when(task.getRetries()).thenReturn(null); // never failed yet
        when(task.getVariable("applicationNo")).thenReturn(APPLICATION);
        return task;
    }
}
