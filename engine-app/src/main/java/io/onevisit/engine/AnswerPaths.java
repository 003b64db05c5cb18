package io.onevisit.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.Condition;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.springframework.stereotype.Component;

/** Where an answer leads: the person's step that comes next by the gateways as they stand now. */
@Component
class AnswerPaths {

    private final ProcessEngineConfigurationImpl engine;

    AnswerPaths(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Key of the next step; empty where something else than a person's step comes next. */
    Optional<String> next(String executionId) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            var here = context.getExecutionManager().findExecutionById(executionId);
            PvmActivity at = here.getActivity();
            do {
                at = taken(at, here);
            } while (at != null && at.getActivityBehavior() instanceof ExclusiveGatewayActivityBehavior);
            return at != null && at.getActivityBehavior() instanceof UserTaskActivityBehavior
                    ? Optional.of(at.getId())
                    : Optional.<String>empty();
        });
    }

    private static PvmActivity taken(PvmActivity from, ExecutionEntity here) {
        var otherwise = (String) from.getProperty("default");
        PvmTransition last = null;
        for (var way : from.getOutgoingTransitions()) {
            var condition = (Condition) way.getProperty(BpmnParse.PROPERTYNAME_CONDITION);
            if (way.getId().equals(otherwise)) {
                last = way;
            } else if (condition == null || condition.evaluate(here)) {
                return way.getDestination();
            }
        }
        return last == null ? null : last.getDestination();
    }
}
