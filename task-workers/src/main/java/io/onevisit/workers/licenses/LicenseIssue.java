package io.onevisit.workers.licenses;

import io.onevisit.processes.Topics;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Retry;
import io.onevisit.workers.Worker;
import java.util.Map;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.stereotype.Component;

/** Puts the license a case ends in into the repository, once per case. */
@Component
class LicenseIssue extends Worker {

    private final Platform platform;

    LicenseIssue(Platform platform, Retry retry) {
        super(Topics.LICENSE_ISSUE, retry);
        this.platform = platform;
    }

    @Override
    protected Map<String, Object> work(ExternalTask task) {
        platform.issueLicense(task.getBusinessKey());
        return Map.of();
    }
}
