package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link Decisions} on the engine. Which edition is the newest is asked of its table: the question comes with every clock. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final JdbcClient sql;
    private final DecisionReports reports;

    EngineDecisions(DecisionService decisions, JdbcClient sql, DecisionReports reports) {
        this.decisions = decisions;
        this.sql = sql;
        this.reports = reports;
    }

    @Override
    public Outcome evaluate(String decisionKey, String tenant, Map<String, Object> facts) {
        return RowView.whole(() -> evaluated(decisionKey, tenant, facts));
    }

    private Outcome evaluated(String decisionKey, String tenant, Map<String, Object> facts) {
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
                    last.decision().getVersion(),
                    last.inputs());
        } catch (NotFoundException unknown) {
            throw unknown(decisionKey);
        }
    }

    @Override
    public String edition(String decisionKey, String tenant) {
        return RowView.whole(() -> newest(decisionKey, tenant));
    }

    private String newest(String decisionKey, String tenant) {
        return sql.sql(
                        """
                        select id_ from act_re_decision_def
                        where key_ = :key and (tenant_id_ is null or tenant_id_ = :tenant)
                        order by tenant_id_ is null, version_ desc limit 1""")
                .param("key", decisionKey)
                .param("tenant", tenant == null ? "" : tenant)
                .query(String.class)
                .optional()
                .orElseThrow(() -> unknown(decisionKey));
    }

    private static Problem unknown(String decisionKey) {
        return Problem.notFound("decision-unknown", "决策“%s”尚未发布。".formatted(decisionKey));
    }

    private boolean hasOwnEdition(String tenant, String decisionKey) {
        return tenant != null
                && !tenant.isBlank()
                && sql.sql("select exists (select from act_re_decision_def where key_ = ? and tenant_id_ = ?)")
                        .params(decisionKey, tenant)
                        .query(Boolean.class)
                        .single();
    }
}
