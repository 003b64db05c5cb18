package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.Comparator;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.springframework.stereotype.Component;

/** {@link Decisions} on the engine. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService models;
    private final DecisionReports reports;

    EngineDecisions(DecisionService decisions, RepositoryService models, DecisionReports reports) {
        this.decisions = decisions;
        this.models = models;
        this.reports = reports;
    }

    @Override
    public Outcome evaluate(String decisionKey, String tenant, Map<String, Object> facts) {
        var evaluation = decisions.evaluateDecisionTableByKey(decisionKey).variables(facts);
        var scoped = hasOwnEdition(tenant, decisionKey)
                ? evaluation.decisionDefinitionTenantId(tenant)
                : evaluation.decisionDefinitionWithoutTenantId();
        try {
            var fired = reports.during(scoped::evaluate);
            var last = fired.get(fired.size() - 1); // a table that asks others is evaluated after them
            return new Outcome(
                    last.rules().stream().map(DecisionListener.Rule::outputs).toList(),
                    last.rules().stream().map(DecisionListener.Rule::id).toList(),
                    last.decision().getVersion());
        } catch (NotFoundException unknown) {
            throw unknown(decisionKey);
        }
    }

    @Override
    public String edition(String decisionKey, String tenant) {
        var newest = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionKey)
                .latestVersion();
        var scoped = tenant == null || tenant.isBlank()
                ? newest.withoutTenantId()
                : newest.tenantIdIn(tenant).includeDecisionDefinitionsWithoutTenantId();
        return scoped.list().stream()
                .max(Comparator.comparing(decision -> decision.getTenantId() != null))
                .map(decision -> decision.getId())
                .orElseThrow(() -> unknown(decisionKey));
    }

    private static Problem unknown(String decisionKey) {
        return Problem.notFound("decision-unknown", "决策“%s”尚未发布。".formatted(decisionKey));
    }

    private boolean hasOwnEdition(String tenant, String decisionKey) {
        return tenant != null
                && !tenant.isBlank()
                && models.createDecisionDefinitionQuery()
                                .decisionDefinitionKey(decisionKey)
                                .tenantIdIn(tenant)
                                .count()
                        > 0;
    }
}
