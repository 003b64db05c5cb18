package io.onevisit.engine.expressions;

import io.onevisit.engine.Tenants;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;

/** {@code tenants}: which edition of a shared model a call goes to. */
record TenantQuestions(ObjectProvider<Tenants> tenants) implements Question {

    @Override
    public Object answer(String question, DelegateExecution execution, String... arguments) {
        if (!question.equals("of") || arguments.length != 1) {
            return UNKNOWN;
        }
        return tenants.getObject().of(tenantOf((ExecutionEntity) execution), arguments[0]);
    }

    /**
     * The city that the outermost process serves: its own where it runs in a city's edition, else that of the application or
     * case it is about. A province's process called by a city's, and a city's called by the province's, still serve the city.
     */
    private static String tenantOf(ExecutionEntity execution) {
        var outermost = execution.getProcessInstance();
        while (outermost.getSuperExecution() != null) {
            outermost = outermost.getSuperExecution().getProcessInstance();
        }
        return outermost.getTenantId() == null ? Tenants.cityOf(outermost.getBusinessKey()) : outermost.getTenantId();
    }
}
