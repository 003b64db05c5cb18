package io.onevisit.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's user tasks, one at a time; lists are the platform's own read model. */
public interface UserTasks {

    Optional<UserTask> find(String taskId);

    /** Completes the task; throws a 409 problem where it is gone or being completed by someone else. */
    void complete(String taskId, Map<String, Object> variables);

    /**
     * Completes the task and goes straight to a step where the answer leads towards it, past the people's steps in between;
     * where it leads elsewhere the process goes its ordinary way.
     *
     * @return whether it went straight
     */
    boolean completeStraight(String taskId, Map<String, Object> variables, String step);

    /** The steps of the task's own process that people answered before it, the latest first. */
    List<EarlierStep> earlier(String taskId);

    /**
     * Takes the token of a task back to an earlier step, which waits for a person again; timers of the scope around them
     * stay as they are.
     *
     * @param step key of one of the {@linkplain #earlier earlier} steps that is open for this
     */
    void sendBack(String taskId, String step);

    /**
     * @param open whether nothing but people's steps lies between it and the task: what the platform or a department did in
     *     between would be done twice
     * @param between names of the people's steps that lie between the two
     */
    record EarlierStep(String key, String name, Instant endedAt, boolean open, List<String> between) {}

    /**
     * Gives the open tasks of one group under a business key to another, and tells the process where later ones go.
     *
     * @param variables variables of the processes that hold these tasks, e.g. the one that names the group
     */
    void handOver(String businessKey, String from, String to, Map<String, Object> variables);
}
