package io.onevisit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** {@link Instances} from the engine's history, which covers running instances too. */
@Component
class EngineInstances implements Instances {

    private final HistoryService history;
    private final RuntimeService runtime;
    private final RepositoryService models;

    EngineInstances(HistoryService history, RuntimeService runtime, RepositoryService models) {
        this.history = history;
        this.runtime = runtime;
        this.models = models;
    }

    @Override
    public List<Instance> of(String businessKey) {
        return RowView.whole(() -> all(businessKey));
    }

    private List<Instance> all(String businessKey) {
        var found = new LinkedHashMap<String, HistoricProcessInstance>();
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(instance -> found.put(instance.getId(), instance));
        var toVisit = new ArrayList<>(found.keySet());
        while (!toVisit.isEmpty()) {
            history
                    .createHistoricProcessInstanceQuery()
                    .superProcessInstanceId(toVisit.remove(0))
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .list()
                    .stream()
                    .filter(called -> found.putIfAbsent(called.getId(), called) == null)
                    .forEach(called -> toVisit.add(called.getId()));
        }
        return found.values().stream().map(this::described).toList();
    }

    private Instance described(HistoricProcessInstance instance) {
        var activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
        return new Instance(
                instance.getId(),
                instance.getSuperProcessInstanceId(),
                callActivity(instance),
                instance.getBusinessKey(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName(),
                instance.getProcessDefinitionVersion(),
                instance.getEndTime() == null,
                activities.stream()
                        .filter(activity -> activity.getEndTime() == null)
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList(),
                activities.stream()
                        .filter(activity -> activity.getEndTime() != null && !activity.isCanceled())
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList(),
                runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                        .map(incident -> incident.getActivityId())
                        .distinct()
                        .toList());
    }

    private String callActivity(HistoricProcessInstance instance) {
        if (instance.getSuperProcessInstanceId() == null) {
            return null;
        }
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getSuperProcessInstanceId())
                .activityType(ActivityTypes.CALL_ACTIVITY)
                .list()
                .stream()
                .filter(call -> instance.getId().equals(call.getCalledProcessInstanceId()))
                .map(HistoricActivityInstance::getActivityId)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Optional<String> businessKey(String processInstanceId) {
        return RowView.whole(() -> instance(processInstanceId)
                .map(instance -> instance(instance.getRootProcessInstanceId()).orElse(instance))
                .map(HistoricProcessInstance::getBusinessKey));
    }

    private Optional<HistoricProcessInstance> instance(String id) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult());
    }

    @Override
    public String diagram(String processInstanceId) {
        return RowView.whole(() -> model(processInstanceId));
    }

    private String model(String processInstanceId) {
        var instance = instance(processInstanceId).orElseThrow(Instances::unknown);
        try (var xml = models.getProcessModel(instance.getProcessDefinitionId())) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
