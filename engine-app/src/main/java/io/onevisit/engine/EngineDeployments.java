package io.onevisit.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** {@link Deployments} on the engine: one deployment per edition, from one source, every file new. */
@Component
class EngineDeployments implements Deployments {

    private static final String SOURCE = "onevisit";

    private final RepositoryService models;

    EngineDeployments(RepositoryService models) {
        this.models = models;
    }

    @Override
    public String deploy(String name, String tenant, Map<String, byte[]> files) {
        var objections = files.entrySet().stream()
                .map(file -> new ModelFile(file.getKey(), file.getValue()).objection())
                .flatMap(Optional::stream)
                .toList();
        if (!objections.isEmpty()) {
            throw new Rejected(objections);
        }
        var deployment = models.createDeployment().name(name).source(SOURCE).tenantId(tenant);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        try {
            return deployment.deploy().getId();
        } catch (ProcessEngineException refused) {
            throw new Rejected(ParseFindings.of(refused, files.keySet()));
        }
    }
}
