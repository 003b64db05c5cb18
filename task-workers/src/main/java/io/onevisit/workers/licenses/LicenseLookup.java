package io.onevisit.workers.licenses;

import io.onevisit.processes.Topics;
import io.onevisit.workers.Platform;
import io.onevisit.workers.Retry;
import io.onevisit.workers.Work;
import io.onevisit.workers.Worker;
import java.util.Map;
import org.camunda.bpm.client.task.ExternalTask;
import org.springframework.stereotype.Component;

/** Looks for an e-license in place of every material that is still open. */
@Component
class LicenseLookup extends Worker {

    private final Platform platform;

    LicenseLookup(Platform platform, Retry retry) {
        super(Topics.LICENSE_LOOKUP, retry);
        this.platform = platform;
    }

    @Override
    public int hands() {
        return 2;
    }

    @Override
    protected Map<String, Object> work(ExternalTask task) {
        var missing = 0;
        for (var material : platform.materials(Work.applicationNo(task), Work.caseNo(task))) {
            if (material.open() && !found(task, material) && material.required()) {
                missing++;
            }
        }
        return Map.of("missingMaterials", missing);
    }

    private boolean found(ExternalTask task, Platform.Material material) {
        if (material.licenseTypes() == null || material.licenseTypes().isEmpty()) {
            return false;
        }
        var wanted = new Platform.LookupRequest(
                Work.applicationNo(task), Work.caseNo(task), material.key(), "核验申报材料“%s”".formatted(material.name()));
        return platform.lookUp(wanted).found();
    }
}
