package io.onevisit.bench;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Who takes part in the race. */
interface Side {

    String name();

    /** Opens a case, all or nothing. */
    void open();

    ExternalTaskService externalTasks();

    /** Does the work of an external task; returns the variables it is completed with. */
    Map<String, Object> work(LockedExternalTask task);

    JobExecutor jobs();

    /** An officer's place; used by the thread that asked for it. */
    Desk desk();

    /** Where an officer sees what waits and answers it. */
    interface Desk {
        List<String> waiting(int most);

        void grant(String taskId);
    }
}
