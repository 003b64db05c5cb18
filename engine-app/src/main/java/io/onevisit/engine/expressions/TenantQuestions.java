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

    /** The city of the outermost process: a province's shared process called by a city's bundle still serves the city. */
    private static String tenantOf(ExecutionEntity execution) {
        var outermost = execution.getProcessInstance();
        while (outermost.getSuperExecution() != null) {
            outermost = outermost.getSuperExecution().getProcessInstance();
        }
        return outermost.getTenantId();
    }
}
