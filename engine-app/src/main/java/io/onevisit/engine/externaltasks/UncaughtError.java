package io.onevisit.engine.externaltasks;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;

/** Knows the engine's refusal of a BPMN error that nothing in the model catches; it has no type of its own. */
final class UncaughtError {

    private static final String NO_HANDLER = "ENGINE-02042";

    private UncaughtError() {}

    static boolean is(ProcessEngineException refusal) {
        return Stream.iterate((Throwable) refusal, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).startsWith(NO_HANDLER));
    }
}
