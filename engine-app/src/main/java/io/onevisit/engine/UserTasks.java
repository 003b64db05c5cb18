package io.onevisit.engine;

import java.util.Map;
import java.util.Optional;

/** The engine's user tasks, one at a time; lists are the platform's own read model. */
public interface UserTasks {

    Optional<UserTask> find(String taskId);

    /** Completes the task; throws a 409 problem where it is gone or being completed by someone else. */
    void complete(String taskId, Map<String, Object> variables);
}
