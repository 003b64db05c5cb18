package io.onevisit.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the engine's due jobs: begins when the application is complete, ends before anything the jobs need. */
@Component
class JobRunner implements SmartLifecycle {

    private final JobExecutor jobs;
    private final EngineProperties properties;

    JobRunner(JobExecutor jobs, EngineProperties properties) {
        this.jobs = jobs;
        this.properties = properties;
    }

    @Override
    public void start() {
        if (properties.jobs()) {
            jobs.start();
        }
    }

    @Override
    public void stop() {
        jobs.shutdown();
    }

    @Override
    public boolean isRunning() {
        return jobs.isActive();
    }
}
