package io.onevisit.engine;

import io.onevisit.engine.UserTasks.EarlierStep;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The steps before a task in its own process, and the ways between them. */
@Component
class EarlierSteps {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService models;

    EarlierSteps(RuntimeService runtime, HistoryService history, RepositoryService models) {
        this.runtime = runtime;
        this.history = history;
        this.models = models;
    }

    List<EarlierStep> before(Task task) {
        var model = models.getBpmnModelInstance(task.getProcessDefinitionId());
        var here = (FlowNode) model.getModelElementById(task.getTaskDefinitionKey());
        var latest = new LinkedHashMap<String, EarlierStep>();
        history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityType(ActivityTypes.TASK_USER_TASK)
                .finished()
                .list()
                .stream()
                .filter(step -> !step.isCanceled() && !step.getActivityId().equals(task.getTaskDefinitionKey()))
                .sorted(Comparator.comparing(HistoricActivityInstance::getEndTime)
                        .reversed())
                .forEach(step -> latest.computeIfAbsent(step.getActivityId(), key -> earlier(step, here)));
        return List.copyOf(latest.values());
    }

    private static EarlierStep earlier(HistoricActivityInstance step, FlowNode here) {
        var between = peopleBetween(here.getModelInstance().getModelElementById(step.getActivityId()), here);
        return new EarlierStep(
                step.getActivityId(),
                step.getActivityName(),
                step.getEndTime().toInstant(),
                between.isPresent(),
                between.orElse(List.of()).stream().map(UserTask::getName).toList());
    }

    /** Starts the step beside the task before the task ends, so that the scope around both never does. */
    void move(Task task, String step) {
        var now = find(runtime.getActivityInstance(task.getProcessInstanceId()), task.getExecutionId());
        runtime.createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(step, now.getParentActivityInstanceId())
                .cancelActivityInstance(now.getId())
                .execute();
    }

    /** Whether people's steps lie on the way from a step to another and nothing else does. */
    boolean leadsTo(String processDefinitionId, String from, String to) {
        var model = models.getBpmnModelInstance(processDefinitionId);
        return peopleBetween(model.getModelElementById(from), model.getModelElementById(to))
                .isPresent();
    }

    /** The people's steps on the shortest way; empty where something else lies on every way. */
    private static Optional<List<UserTask>> peopleBetween(FlowNode from, FlowNode here) {
        if (!from.getParentElement().equals(here.getParentElement())) {
            return Optional.empty();
        }
        var ways = new HashMap<FlowNode, List<UserTask>>();
        var next = new ArrayDeque<>(List.of(from));
        ways.put(from, List.of());
        while (!next.isEmpty()) {
            var node = next.poll();
            for (var after : node.getSucceedingNodes().list()) {
                if (after.equals(here)) {
                    return Optional.of(ways.get(node));
                }
                if ((after instanceof Gateway || after instanceof UserTask) && !ways.containsKey(after)) {
                    ways.put(after, after instanceof UserTask person ? with(ways.get(node), person) : ways.get(node));
                    next.add(after);
                }
            }
        }
        return Optional.empty();
    }

    private static List<UserTask> with(List<UserTask> way, UserTask next) {
        return Stream.concat(way.stream(), Stream.of(next)).toList();
    }

    private static ActivityInstance find(ActivityInstance within, String executionId) {
        if (within.getChildActivityInstances().length == 0
                && List.of(within.getExecutionIds()).contains(executionId)) {
            return within;
        }
        return Stream.of(within.getChildActivityInstances())
                .map(child -> find(child, executionId))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
