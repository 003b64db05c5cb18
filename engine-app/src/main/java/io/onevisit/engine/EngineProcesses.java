package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** {@link Processes} on the engine. */
@Component
class EngineProcesses implements Processes {

    private final RuntimeService runtime;
    private final RepositoryService models;

    EngineProcesses(RuntimeService runtime, RepositoryService models) {
        this.runtime = runtime;
        this.models = models;
    }

    @Override
    public String start(String processKey, String businessKey, String tenant, Map<String, Object> variables) {
        var start = runtime.createProcessInstanceByKey(processKey)
                .businessKey(businessKey)
                .setVariables(variables);
        return (hasOwnEdition(tenant, processKey)
                        ? start.processDefinitionTenantId(tenant)
                        : start.processDefinitionWithoutTenantId())
                .execute()
                .getId();
    }

    private boolean hasOwnEdition(String tenant, String processKey) {
        return tenant != null
                && !tenant.isBlank()
                && models.createProcessDefinitionQuery()
                                .processDefinitionKey(processKey)
                                .tenantIdIn(tenant)
                                .count()
                        > 0;
    }

    @Override
    public boolean correlate(String message, String businessKey, Map<String, Object> variables) {
        // Where nothing waits the single correlation would throw, log an error and spoil the caller's transaction.
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlateAllWithResult()
                .isEmpty();
    }

    @Override
    public boolean interrupt(String message, String businessKey, Map<String, Object> variables) {
        try {
            return correlate(message, businessKey, variables);
        } catch (OptimisticLockingException moving) {
            throw Problem.conflict("process-moving", "办件正在进入下一个环节，请稍后再试。");
        }
    }
}
