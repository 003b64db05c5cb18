package io.onevisit;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's waiting jobs by hand, so that a test reads as an ordered trace of the process. */
public class Jobs {

    private final ManagementService management;
    private final RuntimeService runtime;

    Jobs(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Runs the one job that waits at this element of the processes under the business key. */
    public void run(String businessKey, String activityId) {
        var jobs = waiting(businessKey).stream()
                .filter(job -> activityOf(job).equals(activityId))
                .toList();
        if (jobs.size() != 1) {
            throw new AssertionError("%d jobs wait at %s of %s, waiting are %s"
                    .formatted(
                            jobs.size(),
                            activityId,
                            businessKey,
                            waiting(businessKey).stream().map(this::activityOf).toList()));
        }
        management.executeJob(jobs.get(0).getId());
    }

    /** Runs whatever is ready under the business key, timers left alone, until nothing is. */
    public void runReady(String businessKey) {
        for (var job = ready(businessKey); job != null; job = ready(businessKey)) {
            management.executeJob(job.getId());
        }
    }

    private Job ready(String businessKey) {
        return waiting(businessKey).stream()
                .filter(job -> !isTimer(job) && job.getRetries() > 0)
                .findFirst()
                .orElse(null);
    }

    public List<Job> waiting(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private boolean isTimer(Job job) {
        return management.createJobQuery().jobId(job.getId()).timers().count() == 1;
    }

    private String activityOf(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
