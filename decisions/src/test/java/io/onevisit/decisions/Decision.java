package io.onevisit.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;

/** A decision table under test, which remembers the rules that no example has tried. */
final class Decision {

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> untried = new TreeSet<>();

    private Decision(Path file) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::fired);
        engine = configuration.buildEngine();
        try (var in = Files.newInputStream(file)) {
            decision = engine.parseDecision(file.getFileName().toString().replace(".dmn", ""), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules().forEach(rule -> untried.add(rule.getId()));
    }

    static Decision of(String folder, String key) {
        return new Decision(Path.of(folder, key + ".dmn"));
    }

    /** The one word or number the table answers; {@code null} where no rule fits. */
    Object on(Map<String, Object> facts) {
        return engine.evaluateDecisionTable(decision, facts).getSingleEntry();
    }

    List<Map<String, Object>> rows(Map<String, Object> facts) {
        return engine.evaluateDecisionTable(decision, facts).getResultList();
    }

    Set<String> untried() {
        return untried;
    }

    private void fired(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> untried.remove(rule.getId()));
    }
}
