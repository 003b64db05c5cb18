package io.onevisit.engine;

import io.onevisit.engine.DecisionListener.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells which rules fired: to the {@link DecisionListener}s in a running process, to the asker outside of one. */
@Component
class DecisionReports extends AbstractProcessEnginePlugin implements DmnDecisionTableEvaluationListener {

    private final ObjectProvider<DecisionListener> listeners;
    private final ThreadLocal<List<Fired>> asker = new ThreadLocal<>();

    DecisionReports(ObjectProvider<DecisionListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(this)));
        decisions.setFeelEngineFactory(FormulasParsedOnce.factory());
        engine.setDmnEngineConfiguration(decisions);
    }

    /** Evaluates without telling the listeners, and returns what fired. */
    List<Fired> during(Runnable evaluation) {
        var fired = new ArrayList<Fired>();
        var outer = asker.get();
        asker.set(fired);
        try {
            evaluation.run();
            return fired;
        } finally {
            asker.set(outer);
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        var decision = (DecisionDefinition) event.getDecisionTable();
        if (asker.get() != null) {
            asker.get().add(new Fired(decision, rules(event, decision, false), inputs(event)));
            return;
        }
        var place = Context.getCoreExecutionContext();
        if (place == null || !(place.getExecution() instanceof ExecutionEntity execution)) {
            return;
        }
        var rules = rules(event, decision, true);
        var inputs = inputs(event);
        listeners
                .orderedStream()
                .forEach(listener -> listener.decided(
                        execution.getProcessBusinessKey(),
                        execution.getCurrentActivityId(),
                        decision.getKey(),
                        decision.getVersion(),
                        rules,
                        inputs));
    }

    private static Map<String, Object> inputs(DmnDecisionTableEvaluationEvent event) {
        var inputs = new LinkedHashMap<String, Object>();
        event.getInputs()
                .forEach(input -> inputs.put(input.getName(), input.getValue().getValue()));
        return inputs;
    }

    private static List<Rule> rules(
            DmnDecisionTableEvaluationEvent event, DecisionDefinition decision, boolean withAnnotation) {
        return event.getMatchingRules().stream()
                .map(rule -> new Rule(
                        rule.getId(), withAnnotation ? annotation(decision, rule.getId()) : null, outputs(rule)))
                .toList();
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        var outputs = new LinkedHashMap<String, Object>();
        rule.getOutputEntries()
                .values()
                .forEach(output ->
                        outputs.put(output.getOutputName(), output.getValue().getValue()));
        return outputs;
    }

    /** The analyst's sentence is in the model only; the engine's parsed table has dropped it. */
    private static String annotation(DecisionDefinition decision, String rule) {
        var model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(decision.getId());
        return model.getModelElementById(rule) instanceof DmnElement element && element.getDescription() != null
                ? element.getDescription().getTextContent()
                : "";
    }

    record Fired(DecisionDefinition decision, List<Rule> rules, Map<String, Object> inputs) {}
}
