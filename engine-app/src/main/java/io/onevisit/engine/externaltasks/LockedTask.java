package io.onevisit.engine.externaltasks;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** A task handed to a worker, in the protocol's own words. */
record LockedTask(
        String id,
        String topicName,
        String workerId,
        String lockExpirationTime,
        String createTime,
        String activityId,
        String activityInstanceId,
        String executionId,
        String processInstanceId,
        String processDefinitionId,
        String processDefinitionKey,
        String processDefinitionVersionTag,
        String businessKey,
        String tenantId,
        Integer retries,
        boolean suspended,
        long priority,
        String errorMessage,
        String errorDetails,
        Map<String, Variable> variables,
        Map<String, String> extensionProperties) {

    static LockedTask of(LockedExternalTask task) {
        return new LockedTask(
                task.getId(),
                task.getTopicName(),
                task.getWorkerId(),
                instant(task.getLockExpirationTime()),
                instant(task.getCreateTime()),
                task.getActivityId(),
                task.getActivityInstanceId(),
                task.getExecutionId(),
                task.getProcessInstanceId(),
                task.getProcessDefinitionId(),
                task.getProcessDefinitionKey(),
                task.getProcessDefinitionVersionTag(),
                task.getBusinessKey(),
                task.getTenantId(),
                task.getRetries(),
                false,
                task.getPriority(),
                task.getErrorMessage(),
                task.getErrorDetails(),
                Variable.write(task.getVariables()),
                task.getExtensionProperties() == null ? Map.of() : task.getExtensionProperties());
    }

    private static String instant(Date date) {
        return date == null ? null : new SimpleDateFormat(Variable.DATE_FORMAT).format(date);
    }
}
