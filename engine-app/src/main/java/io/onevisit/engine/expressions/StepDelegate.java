package io.onevisit.engine.expressions;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A platform step as the engine runs it. */
record StepDelegate(PlatformStep step) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        step.run(new Place((ExecutionEntity) execution));
    }

    private record Place(ExecutionEntity execution) implements StepContext {

        @Override
        public String businessKey() {
            return execution.getProcessBusinessKey();
        }

        @Override
        public String processInstanceId() {
            return execution.getProcessInstanceId();
        }

        @Override
        public String processKey() {
            return execution.getProcessDefinition().getKey();
        }

        @Override
        public String activityId() {
            return execution.getCurrentActivityId();
        }

        @Override
        public String tenant() {
            return execution.getTenantId() == null ? "" : execution.getTenantId();
        }

        @Override
        public Object variable(String name) {
            return execution.getVariable(name);
        }

        @Override
        public void set(String name, Object value) {
            if (value != null
                    && !(value instanceof String || value instanceof Boolean || value instanceof Date)
                    && !(value instanceof Number)) {
                throw new IllegalArgumentException(
                        "A process keeps text, truth values, numbers and dates only; %s is a %s"
                                .formatted(name, value.getClass().getName()));
            }
            execution.setVariable(name, value);
        }
    }
}
