package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** {@link UserTasks} on the engine. */
@Component
class EngineUserTasks implements UserTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final EarlierSteps steps;
    private final AnswerPaths paths;

    EngineUserTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService models,
            EarlierSteps steps,
            AnswerPaths paths) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.models = models;
        this.steps = steps;
        this.paths = paths;
    }

    @Override
    public Optional<UserTask> find(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(taskId)
                        .initializeFormKeys()
                        .singleResult())
                .map(this::described);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        moving(() -> tasks.complete(taskId, variables));
    }

    @Override
    public boolean completeStraight(String taskId, Map<String, Object> variables, String step) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw gone();
        }
        runtime.setVariables(task.getExecutionId(), variables);
        var straight = paths.next(task.getExecutionId())
                .filter(next -> next.equals(step) || steps.leadsTo(task.getProcessDefinitionId(), next, step))
                .isPresent();
        moving(() -> {
            if (straight) {
                steps.move(task, step);
            } else {
                tasks.complete(taskId);
            }
        });
        return straight;
    }

    @Override
    public List<EarlierStep> earlier(String taskId) {
        return RowView.whole(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .map(steps::before)
                        .orElse(List.of()));
    }

    @Override
    public void sendBack(String taskId, String step) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw gone();
        }
        if (steps.before(task).stream()
                .noneMatch(earlier -> earlier.open() && earlier.key().equals(step))) {
            throw Problem.invalid("step-closed", "不能退回到这个环节，请重新选择。").with("field", "to");
        }
        moving(() -> steps.move(task, step));
    }

    /** Moves a token, which somebody or a timer may be moving at the same moment. */
    private static void moving(Runnable move) {
        try {
            move.run();
        } catch (NullValueException | NotValidException lost) {
            throw gone();
        } catch (OptimisticLockingException racing) {
            throw Problem.conflict("task-gone", "这项任务刚刚被其他人办理，请刷新列表。");
        } catch (
                PvmException
                        moved) { // a timer of the same process went off in between: the tree it was loaded from is gone
            throw Problem.conflict("task-moving", "办件流程恰好有时限到期正在处理，您的填写没有提交，请再提交一次。");
        }
    }

    private static Problem gone() {
        return Problem.conflict("task-gone", "这项任务已被办理或已撤销，请刷新列表。");
    }

    @Override
    public void handOver(String businessKey, String from, String to, Map<String, Object> variables) {
        for (var process : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()) {
            variables.forEach((name, value) -> {
                if (runtime.getVariable(process.getId(), name) != null) {
                    runtime.setVariable(process.getId(), name, value);
                }
            });
            for (var task : tasks.createTaskQuery()
                    .processInstanceId(process.getId())
                    .taskCandidateGroup(from)
                    .list()) {
                tasks.deleteCandidateGroup(task.getId(), from);
                tasks.addCandidateGroup(task.getId(), to);
            }
        }
    }

    private UserTask described(Task task) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new UserTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                process.getBusinessKey(),
                task.getProcessInstanceId(),
                models.getProcessDefinition(task.getProcessDefinitionId()).getKey(),
                task.getTenantId() == null ? "" : task.getTenantId(),
                FormKeys.of(task),
                groups(task.getId()),
                task.getDescription() == null ? "" : task.getDescription(),
                task.getCreateTime().toInstant());
    }

    private List<String> groups(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .sorted()
                .toList();
    }
}
