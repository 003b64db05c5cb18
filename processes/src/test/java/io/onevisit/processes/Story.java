package io.onevisit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Plays clerks, departments and workers to a running process, so that a test tells the case and not the engine. */
final class Story {

    private final ProcessEngine engine;
    private final ProcessInstance instance;

    private Story(ProcessEngine engine, ProcessInstance instance) {
        this.engine = engine;
        this.instance = instance;
    }

    static Story begin(ProcessEngine engine, String process, String businessKey, Map<String, Object> variables) {
        var instance = engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
        var story = new Story(engine, instance);
        story.goOn();
        return story;
    }

    /** A worker finishes its work with these results. */
    Story worker(String topic, Map<String, Object> results) {
        var locked = engine.getExternalTaskService()
                .fetchAndLock(1, "worker")
                .topic(topic, 1000)
                .execute();
        assertThat(locked).as("work for " + topic).hasSize(1);
        engine.getExternalTaskService().complete(locked.get(0).getId(), "worker", results);
        return goOn();
    }

    /** The notice goes out that the model names. */
    Story told(String notice) {
        var waiting = engine.getExternalTaskService()
                .createExternalTaskQuery()
                .topicName(Topics.NOTIFY_APPLICANT)
                .singleResult();
        assertThat(waiting).as("notice " + notice).isNotNull();
        assertThat(engine.getRuntimeService().getVariable(waiting.getExecutionId(), "notice"))
                .isEqualTo(notice);
        return worker(Topics.NOTIFY_APPLICANT, Map.of());
    }

    /** Somebody of this group answers the one task they have. */
    Story answered(String group, Map<String, Object> answer) {
        engine.getTaskService().complete(taskOf(group).getId(), answer);
        return goOn();
    }

    /** The played item with this business key ends. */
    Story finished(String businessKey, String outcome) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of(ItemHandling.Variables.OUTCOME, outcome));
        return goOn();
    }

    /** A task of the process itself, or of a called process that is played by this group. */
    Optional<Task> ownTask(String played) {
        return engine.getTaskService().createTaskQuery().list().stream()
                .filter(task -> task.getProcessInstanceId().equals(instance.getId())
                        || groupsOf(task).contains(played))
                .findFirst();
    }

    /** The element of this process that waits for the task: itself, or the call of another process. */
    String elementOf(Task task) {
        if (task.getProcessInstanceId().equals(instance.getId())) {
            return task.getTaskDefinitionKey();
        }
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType("callActivity")
                .unfinished()
                .list()
                .stream()
                .filter(call -> task.getProcessInstanceId().equals(call.getCalledProcessInstanceId()))
                .findFirst()
                .orElseThrow()
                .getActivityId();
    }

    Story answered(Task task, String outcome) {
        engine.getTaskService().complete(task.getId(), Map.of(ItemHandling.Variables.OUTCOME, outcome));
        return goOn();
    }

    /** Days that the process itself waits for have come. */
    Story waited() {
        engine.getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(instance.getId())
                .list()
                .forEach(timer -> engine.getManagementService().executeJob(timer.getId()));
        return goOn();
    }

    private List<String> groupsOf(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    Task taskOf(String group) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(group)
                .singleResult();
        assertThat(task).as("task of " + group).isNotNull();
        return task;
    }

    Story message(String name, Map<String, Object> content) {
        engine.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceBusinessKey(instance.getBusinessKey())
                .setVariables(content)
                .correlate();
        return goOn();
    }

    /** The one timer that is pending at this element comes due. */
    Story due(String element) {
        var timers = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId(element)
                .list();
        assertThat(timers).as("timer " + element).hasSize(1);
        engine.getManagementService().executeJob(timers.get(0).getId());
        return goOn();
    }

    List<String> pendingTimers() {
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .map(job -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    /** Ended in this event, with nothing left behind. */
    Story ended(String event) {
        assertThat(passed()).contains(event);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .as("running instances")
                .isZero();
        return this;
    }

    Object variable(String name) {
        var found = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(name)
                .singleResult();
        return found == null ? null : found.getValue();
    }

    BpmnModelInstance model() {
        return engine.getRepositoryService().getBpmnModelInstance(instance.getProcessDefinitionId());
    }

    List<String> passed() {
        var passed = new ArrayList<String>();
        engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .forEach(activity -> passed.add(activity.getActivityId()));
        return passed;
    }

    /** Runs everything that needs nobody. */
    private Story goOn() {
        Predicate<Job> ready = job -> job.getDuedate() == null && job.getRetries() > 0;
        var jobs = engine.getManagementService()
                .createJobQuery()
                .messages()
                .active()
                .list();
        while (jobs.stream().anyMatch(ready)) {
            engine.getManagementService()
                    .executeJob(jobs.stream()
                            .filter(ready)
                            .findFirst()
                            .orElseThrow()
                            .getId());
            jobs = engine.getManagementService()
                    .createJobQuery()
                    .messages()
                    .active()
                    .list();
        }
        return this;
    }
}
