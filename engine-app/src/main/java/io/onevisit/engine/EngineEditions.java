package io.onevisit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/** {@link Editions} from the engine's repository; models are read once and kept by the engine. */
@Component
class EngineEditions implements Editions {

    private final RepositoryService models;

    EngineEditions(RepositoryService models) {
        this.models = models;
    }

    @Override
    public List<Edition> all() {
        return RowView.whole(() -> {
            var published = models.createDeploymentQuery().list().stream()
                    .collect(Collectors.toMap(
                            Deployment::getId,
                            deployment -> deployment.getDeploymentTime().toInstant()));
            return models
                    .createProcessDefinitionQuery()
                    .orderByProcessDefinitionKey()
                    .asc()
                    .orderByProcessDefinitionVersion()
                    .desc()
                    .list()
                    .stream()
                    .map(found -> edition(found, published.get(found.getDeploymentId())))
                    .toList();
        });
    }

    @Override
    public Optional<Edition> find(String id) {
        return RowView.whole(() -> definition(id)
                .map(found -> edition(
                        found,
                        models.createDeploymentQuery()
                                .deploymentId(found.getDeploymentId())
                                .singleResult()
                                .getDeploymentTime()
                                .toInstant())));
    }

    @Override
    public String diagram(String id) {
        return RowView.whole(() -> {
            definition(id).orElseThrow(Editions::unknown);
            try (var xml = models.getProcessModel(id)) {
                return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Map<String, Element> elements(String id) {
        return RowView.whole(() -> Stream.concat(
                        nodes(id), models.getBpmnModelInstance(id).getModelElementsByType(SubProcess.class).stream())
                .distinct()
                .map(EngineEditions::element)
                .collect(Collectors.toMap(
                        Element::id, Function.identity(), (first, same) -> first, LinkedHashMap::new)));
    }

    private Stream<FlowNode> nodes(String id) {
        return models.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class).stream();
    }

    private Optional<ProcessDefinition> definition(String id) {
        return Optional.ofNullable(
                models.createProcessDefinitionQuery().processDefinitionId(id).singleResult());
    }

    private static Edition edition(ProcessDefinition found, Instant publishedAt) {
        return new Edition(
                found.getId(),
                found.getKey(),
                Objects.requireNonNullElse(found.getName(), found.getKey()),
                found.getVersion(),
                Objects.requireNonNullElse(found.getVersionTag(), ""),
                Objects.requireNonNullElse(found.getTenantId(), ""),
                publishedAt);
    }

    private static Element element(FlowNode node) {
        return new Element(
                node.getId(),
                name(node),
                node.getElementType().getTypeName(),
                node instanceof ServiceTask task ? Objects.requireNonNullElse(task.getCamundaTopic(), "") : "");
    }

    /** The start of an event sub-process is named by the sub-process. */
    static String name(FlowNode node) {
        if (node.getName() != null && !node.getName().isBlank()) {
            return node.getName();
        }
        return node.getParentElement() instanceof SubProcess around && around.getName() != null
                ? around.getName()
                : node.getId();
    }
}
