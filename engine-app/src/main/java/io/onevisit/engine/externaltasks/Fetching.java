package io.onevisit.engine.externaltasks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.stereotype.Component;

/** Locks waiting tasks for a worker. Only the fields named here reach the engine, never a client's JSON as a whole. */
@Component
class Fetching {

    private static final int MOST_TASKS = 100;
    private static final Duration LONGEST_LOCK = Duration.ofHours(2);

    private final ExternalTaskService work;

    Fetching(ExternalTaskService work) {
        this.work = work;
    }

    List<LockedTask> fetch(Requests.FetchAndLock request) {
        var query =
                work.fetchAndLock(Math.min(request.maxTasks(), MOST_TASKS), request.workerId(), request.usePriority());
        for (var topic : request.topics()) {
            var narrowed = query.topic(topic.topicName(), topic.lockDuration());
            if (topic.variables() != null) {
                narrowed.variables(topic.variables());
            }
            if (topic.localVariables()) {
                narrowed.localVariables();
            }
            if (topic.businessKey() != null) {
                narrowed.businessKey(topic.businessKey());
            }
            if (topic.processDefinitionKey() != null) {
                narrowed.processDefinitionKey(topic.processDefinitionKey());
            }
            if (topic.includeExtensionProperties()) {
                narrowed.includeExtensionProperties();
            }
            query = narrowed;
        }
        return query.execute().stream().map(LockedTask::of).toList();
    }

    void refuseUnknown(Requests.FetchAndLock request) {
        if (request.workerId() == null || request.workerId().isBlank()) {
            throw new WorkerRequestRefused("请求缺少 workerId。");
        }
        if (request.maxTasks() < 1) {
            throw new WorkerRequestRefused("maxTasks 至少为 1。");
        }
        if (request.topics() == null || request.topics().isEmpty()) {
            throw new WorkerRequestRefused("请求没有说明要处理的主题（topics）。");
        }
        request.topics().forEach(Fetching::refuseUnknown);
    }

    private static void refuseUnknown(Requests.Topic topic) {
        if (topic.topicName() == null || topic.topicName().isBlank()) {
            throw new WorkerRequestRefused("主题缺少 topicName。");
        }
        if (topic.lockDuration() < 1 || topic.lockDuration() > LONGEST_LOCK.toMillis()) {
            throw new WorkerRequestRefused("锁定时间 lockDuration 必须大于 0 且不超过 2 小时。");
        }
        if (topic.processDefinitionId() != null
                || some(topic.processDefinitionIdIn())
                || some(topic.processDefinitionKeyIn())
                || topic.processDefinitionVersionTag() != null
                || some(topic.processVariables())
                || topic.withoutTenantId()
                || some(topic.tenantIdIn())) {
            throw new WorkerRequestRefused(
                    "主题 %s 的筛选条件不被支持：只能按 businessKey 和 processDefinitionKey 筛选。".formatted(topic.topicName()));
        }
    }

    private static boolean some(List<?> values) {
        return values != null && !values.isEmpty();
    }

    private static boolean some(Map<?, ?> values) {
        return values != null && !values.isEmpty();
    }
}
