package io.onevisit.engine.externaltasks;

import org.camunda.bpm.engine.ProcessEngineException;

/** Knows the engine's refusal of a BPMN error that nothing in the model catches; it has no type of its own. */
final class UncaughtError {

    private UncaughtError() {}

    static boolean is(ProcessEngineException refusal) {
        var message = String.valueOf(refusal.getMessage());
        return message.contains("missing boundary event") || message.contains("no error handler");
    }
}
