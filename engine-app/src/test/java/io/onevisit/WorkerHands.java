package io.onevisit;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;

/** Does the workers' part in a test: completes what waits under a business key with the result of a good day. */
public record WorkerHands(ExternalTaskService tasks, Jobs jobs) {

    private static final Map<String, Object> GOOD_DAY =
            Map.of("missingMaterials", 0, "unreadableMaterials", 0, "mismatches", 0, "lowestConfidence", 1.0);

    /** Runs jobs and external tasks until nobody but a person, a department or a timer is waited for. */
    public void goOn(String businessKey) {
        goOn(businessKey, Map.of());
    }

    public void goOn(String businessKey, Map<String, Object> instead) {
        var result = new HashMap<>(GOOD_DAY);
        result.putAll(instead);
        jobs.runReady(businessKey);
        for (var waiting = waiting(businessKey); waiting != null; waiting = waiting(businessKey)) {
            tasks.lock(waiting, "the-workers-of-the-tests", 60_000);
            tasks.complete(waiting, "the-workers-of-the-tests", result);
            jobs.runReady(businessKey);
        }
    }

    private String waiting(String businessKey) {
        return tasks.createExternalTaskQuery().notLocked().list().stream()
                .filter(task -> businessKey.equals(task.getBusinessKey()))
                .map(task -> task.getId())
                .findFirst()
                .orElse(null);
    }
}
