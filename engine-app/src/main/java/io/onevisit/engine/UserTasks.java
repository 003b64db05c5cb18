package io.onevisit.engine;

import java.util.Map;
import java.util.Optional;

/** The engine's user tasks, one at a time; lists are the platform's own read model. */
public interface UserTasks {

    Optional<UserTask> find(String taskId);

    /** Completes the task; throws a 409 problem where it is gone or being completed by someone else. */
    void complete(String taskId, Map<String, Object> variables);

    /**
     * Gives the open tasks of one group under a business key to another, and tells the process where later ones go.
     *
     * @param variables variables of the processes that hold these tasks, e.g. the one that names the group
     */
    void handOver(String businessKey, String from, String to, Map<String, Object> variables);
}
