package io.onevisit.engine;

import java.util.Map;

/** Starts processes and hands them what the outside world answers. */
public interface Processes {

    /** Starts the newest edition that serves the tenant; returns the id of the process instance. */
    String start(String processKey, String businessKey, String tenant, Map<String, Object> variables);

    /**
     * Delivers a message to the process waiting for it.
     *
     * @return false where nothing waits for it under this business key
     */
    boolean correlate(String message, String businessKey, Map<String, Object> variables);

    /**
     * Delivers a message that breaks off what a process is doing.
     *
     * @return false where no process waits for it; a 409 problem where the process is just taking a step
     */
    boolean interrupt(String message, String businessKey, Map<String, Object> variables);
}
