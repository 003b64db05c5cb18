package io.onevisit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.engine.DecisionListener;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rules fired for which application or case, kept as evidence in the decision's own transaction. */
@Component
public class RuleRecords implements DecisionListener {

    private final JdbcClient sql;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock time;

    RuleRecords(JdbcClient sql, Journal journal, ObjectMapper json, Clock time) {
        this.sql = sql;
        this.journal = journal;
        this.json = json;
        this.time = time;
    }

    @Override
    public void decided(
            String businessKey,
            String activityId,
            String decisionKey,
            int version,
            List<Rule> rules,
            Map<String, Object> inputs) {
        for (var rule : rules) {
            sql.sql(
                            """
                            insert into rule_record (no, at, activity, decision, version, rule, annotation, inputs, outputs)
                            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                    .params(
                            businessKey,
                            Timestamp.from(time.instant()),
                            activityId,
                            decisionKey,
                            version,
                            rule.id(),
                            rule.annotation() == null ? "" : rule.annotation(),
                            text(inputs),
                            text(rule.outputs()))
                    .update();
        }
    }

    public List<Fired> of(String no) {
        return sql.sql(
                        """
                        select at, activity, decision, version, rule, annotation, inputs::text, outputs::text
                        from rule_record where no = ? order by id""")
                .param(no)
                .query((row, n) -> new Fired(
                        row.getTimestamp("at").toInstant(),
                        row.getString("decision"),
                        row.getInt("version"),
                        row.getString("rule"),
                        row.getString("annotation"),
                        journal.map(row.getString("inputs")),
                        journal.map(row.getString("outputs"))))
                .list();
    }

    private String text(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A decision's values cannot be written", e);
        }
    }

    /** One rule that fired. */
    public record Fired(
            Instant at,
            String decision,
            int version,
            String rule,
            String annotation,
            Map<String, Object> inputs,
            Map<String, Object> outputs) {}
}
