package io.onevisit.engine;

import java.util.List;
import java.util.Map;

/** Hears which rules fired in a running process, inside the engine's transaction. */
public interface DecisionListener {

    void decided(
            String businessKey,
            String activityId,
            String decisionKey,
            int version,
            List<Rule> rules,
            Map<String, Object> inputs);

    /** @param annotation the rule's own sentence, as the analyst wrote it */
    record Rule(String id, String annotation, Map<String, Object> outputs) {}
}
