package io.onevisit.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.springframework.stereotype.Component;

/** {@link InstanceDetails} by the engine's public queries, each by the instance's id. */
@Component
class EngineInstanceDetails implements InstanceDetails {

    private final HistoryService history;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ExternalTaskService work;
    private final Editions editions;

    EngineInstanceDetails(
            HistoryService history,
            RuntimeService runtime,
            ManagementService management,
            ExternalTaskService work,
            Editions editions) {
        this.history = history;
        this.runtime = runtime;
        this.management = management;
        this.work = work;
        this.editions = editions;
    }

    @Override
    public Optional<Detail> find(String id) {
        return RowView.whole(() -> instance(id).map(this::detail));
    }

    private Detail detail(HistoricProcessInstance instance) {
        var id = instance.getId();
        var names = names(instance);
        var activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        return new Detail(
                link(instance, null),
                above(instance),
                called(id, activities),
                editions.find(instance.getProcessDefinitionId()).orElseThrow(Editions::unknown),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                Objects.requireNonNullElse(instance.getDeleteReason(), ""),
                activities.stream()
                        .map(activity -> activity(activity, names))
                        .sorted(Comparator.comparing(Activity::startedAt))
                        .toList(),
                variables(id, activities, names),
                jobs(id, instance.getProcessDefinitionId(), names),
                work(id, names),
                subscriptions(id, names));
    }

    private Map<String, Editions.Element> names(HistoricProcessInstance instance) {
        return editions.elements(instance.getProcessDefinitionId());
    }

    private List<Link> above(HistoricProcessInstance instance) {
        var path = new ArrayList<Link>();
        var at = instance;
        while (at.getSuperProcessInstanceId() != null) {
            var caller = instance(at.getSuperProcessInstanceId());
            if (caller.isEmpty()) break;
            at = caller.get();
            path.add(0, link(at, null));
        }
        return path;
    }

    private List<Link> called(String id, List<HistoricActivityInstance> activities) {
        var callers = activities.stream()
                .filter(activity -> activity.getCalledProcessInstanceId() != null)
                .collect(Collectors.toMap(
                        HistoricActivityInstance::getCalledProcessInstanceId,
                        HistoricActivityInstance::getActivityId,
                        (first, same) -> first));
        return history
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(id)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(instance -> link(instance, callers.get(instance.getId())))
                .toList();
    }

    private List<Variable> variables(
            String id, List<HistoricActivityInstance> activities, Map<String, Editions.Element> names) {
        var scopes = activities.stream()
                .collect(Collectors.toMap(
                        HistoricActivityInstance::getId, activity -> name(names, activity.getActivityId())));
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(id)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderByVariableName()
                .asc()
                .list()
                .stream()
                .map(variable -> new Variable(
                        variable.getName(),
                        variable.getTypeName(),
                        variable.getValue(),
                        scopes.getOrDefault(Objects.requireNonNullElse(variable.getActivityInstanceId(), ""), "")))
                .toList();
    }

    private List<Job> jobs(String id, String definition, Map<String, Editions.Element> names) {
        var kinds = management.createJobDefinitionQuery().processDefinitionId(definition).list().stream()
                .collect(Collectors.toMap(JobDefinition::getId, kind -> kind));
        return management.createJobQuery().processInstanceId(id).orderByJobDuedate().asc().list().stream()
                .map(job -> {
                    var kind = kinds.get(job.getJobDefinitionId());
                    var element = kind == null ? "" : kind.getActivityId();
                    return new Job(
                            job.getId(),
                            element,
                            name(names, element),
                            kind != null && kind.getJobType().startsWith("timer"),
                            instant(job.getDuedate()),
                            job.getRetries(),
                            job.isSuspended(),
                            Objects.requireNonNullElse(job.getExceptionMessage(), ""));
                })
                .toList();
    }

    private List<Work> work(String id, Map<String, Editions.Element> names) {
        return work.createExternalTaskQuery().processInstanceId(id).list().stream()
                .map(task -> new Work(
                        task.getId(),
                        task.getActivityId(),
                        name(names, task.getActivityId()),
                        task.getTopicName(),
                        task.getRetries() == null ? 1 : task.getRetries(),
                        Objects.requireNonNullElse(task.getWorkerId(), ""),
                        instant(task.getLockExpirationTime()),
                        instant(task.getCreateTime()),
                        Objects.requireNonNullElse(task.getErrorMessage(), "")))
                .toList();
    }

    private List<Subscription> subscriptions(String id, Map<String, Editions.Element> names) {
        return runtime.createEventSubscriptionQuery().processInstanceId(id).eventType("message").list().stream()
                .map(wait -> new Subscription(
                        wait.getActivityId(),
                        name(names, wait.getActivityId()),
                        wait.getEventName(),
                        instant(wait.getCreated())))
                .toList();
    }

    private Optional<HistoricProcessInstance> instance(String id) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult());
    }

    private static Link link(HistoricProcessInstance instance, String activity) {
        return new Link(
                instance.getId(),
                Objects.requireNonNullElse(instance.getBusinessKey(), ""),
                Objects.requireNonNullElse(instance.getProcessDefinitionName(), instance.getProcessDefinitionKey()),
                activity,
                instance.getEndTime() == null);
    }

    private static Activity activity(HistoricActivityInstance activity, Map<String, Editions.Element> names) {
        return new Activity(
                activity.getId(),
                activity.getParentActivityInstanceId(),
                activity.getActivityId(),
                name(names, activity.getActivityId()),
                activity.getActivityType(),
                activity.getStartTime().toInstant(),
                instant(activity.getEndTime()),
                activity.isCanceled(),
                activity.getCalledProcessInstanceId());
    }

    /** What runs several times is recorded once more as a whole, with a suffix to its element's id. */
    private static String name(Map<String, Editions.Element> names, String element) {
        var id = element.replace("#multiInstanceBody", "");
        return names.containsKey(id) ? names.get(id).name() : id;
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
