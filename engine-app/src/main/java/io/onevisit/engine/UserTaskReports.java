package io.onevisit.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the platform's {@link UserTaskListener}s of every user task of every model, in the engine's transaction. */
@Component
class UserTaskReports extends AbstractProcessEnginePlugin implements TaskListener {

    private static final Set<String> HEARD = Set.of(EVENTNAME_CREATE, EVENTNAME_COMPLETE, EVENTNAME_DELETE);

    private final ObjectProvider<UserTaskListener> listeners;

    UserTaskReports(ObjectProvider<UserTaskListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                HEARD.forEach(event -> task.addBuiltInTaskListener(event, UserTaskReports.this));
            }
        });
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                var created = described((TaskEntity) task);
                listeners.orderedStream().forEach(listener -> listener.created(created));
            }
            default -> {
                var ended = ended((TaskEntity) task);
                listeners.orderedStream().forEach(listener -> listener.ended(ended));
            }
        }
    }

    private static UserTaskListener.Ended ended(TaskEntity task) {
        return new UserTaskListener.Ended(
                task.getId(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                task.getProcessInstance().getBusinessKey(),
                task.getEventName().equals(EVENTNAME_COMPLETE));
    }

    private static UserTask described(TaskEntity task) {
        var process = task.getProcessInstance();
        task.initializeFormKey();
        return new UserTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                process.getBusinessKey(),
                task.getProcessInstanceId(),
                process.getProcessDefinition().getKey(),
                task.getTenantId() == null ? "" : task.getTenantId(),
                FormKeys.of(task),
                groups(task),
                task.getDescription() == null ? "" : task.getDescription(),
                task.getCreateTime().toInstant());
    }

    private static List<String> groups(TaskEntity task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .sorted()
                .toList();
    }
}
