package io.onevisit.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Does a job in the caller's transaction, and fails as it fails. The engine's own service writes a failure down in a
 * transaction of its own, which nobody who only tries could take back.
 */
@Component
class JobsNow {

    private final ProcessEngineConfigurationImpl engine;

    JobsNow(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** @return false where it is gone */
    boolean now(String job) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            var found = context.getJobManager().findJobById(job);
            if (found == null) {
                return false;
            }
            found.execute(context);
            return true;
        });
    }
}
