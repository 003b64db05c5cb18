package io.onevisit.engine.externaltasks;

import java.util.List;
import java.util.Map;

/** What workers send, in the protocol's own words; whatever else a client adds is ignored. */
final class Requests {

    private Requests() {}

    record FetchAndLock(
            String workerId, int maxTasks, boolean usePriority, Long asyncResponseTimeout, List<Topic> topics) {}

    /** The other filters of the protocol are refused, see {@link Fetching}: a filter that is ignored hands out too much. */
    record Topic(
            String topicName,
            long lockDuration,
            List<String> variables,
            boolean localVariables,
            String businessKey,
            String processDefinitionId,
            List<String> processDefinitionIdIn,
            String processDefinitionKey,
            List<String> processDefinitionKeyIn,
            String processDefinitionVersionTag,
            Map<String, Object> processVariables,
            boolean withoutTenantId,
            List<String> tenantIdIn,
            boolean includeExtensionProperties) {}

    record Complete(String workerId, Map<String, Variable> variables, Map<String, Variable> localVariables) {}

    record Failure(String workerId, String errorMessage, String errorDetails, int retries, long retryTimeout) {}

    record BpmnError(String workerId, String errorCode, String errorMessage, Map<String, Variable> variables) {}

    record ExtendLock(String workerId, long newDuration) {}
}
