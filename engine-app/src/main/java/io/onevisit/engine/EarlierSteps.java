package io.onevisit.engine;

import io.onevisit.engine.UserTasks.EarlierStep;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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

/** The steps before a task in its own process, and the way back to one of them. */
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
                .forEach(step -> latest.putIfAbsent(
                        step.getActivityId(),
                        new EarlierStep(
                                step.getActivityId(),
                                step.getActivityName(),
                                step.getEndTime().toInstant(),
                                onlyPeopleBetween(model.getModelElementById(step.getActivityId()), here))));
        return List.copyOf(latest.values());
    }

    /** Starts the step beside the task before the task ends, so that the scope around both never does. */
    void back(Task task, String step) {
        var now = find(runtime.getActivityInstance(task.getProcessInstanceId()), task.getExecutionId());
        runtime.createProcessInstanceModification(task.getProcessInstanceId())
                .startBeforeActivity(step, now.getParentActivityInstanceId())
                .cancelActivityInstance(now.getId())
                .execute();
    }

    private static boolean onlyPeopleBetween(FlowNode from, FlowNode here) {
        if (!from.getParentElement().equals(here.getParentElement())) {
            return false;
        }
        var seen = new HashSet<FlowNode>();
        var next = new ArrayDeque<FlowNode>(from.getSucceedingNodes().list());
        while (!next.isEmpty()) {
            var node = next.poll();
            if (node.equals(here)) {
                return true;
            }
            if ((node instanceof Gateway || node instanceof UserTask) && seen.add(node)) {
                next.addAll(node.getSucceedingNodes().list());
            }
        }
        return false;
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
