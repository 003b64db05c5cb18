package io.onevisit.deadlines;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.engine.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks the decision table when each light begins; a city may have published its own edition of it. */
@Component
class Thresholds {

    static final String DECISION = "deadline-thresholds";

    private final Decisions decisions;
    private final Map<Question, Found> answers = new ConcurrentHashMap<>();

    Thresholds(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param version the version of the table in the engine */
    record Found(List<Threshold> lights, int version) {}

    /** An edition of the table never changes, so neither does what it says of a kind. */
    private record Question(String edition, ClockKind kind) {}

    /** A kind without a row has no light: its clock is only counted. */
    Found of(ClockKind kind, String region) {
        var question = new Question(decisions.edition(DECISION, city(region)), kind);
        return answers.computeIfAbsent(question, asked -> ask(kind, region));
    }

    private Found ask(ClockKind kind, String region) {
        var outcome = decisions.evaluate(DECISION, city(region), Map.of("kind", kind.name()));
        var lights = new ArrayList<Threshold>();
        for (var i = 0; i < outcome.rows().size(); i++)
            lights.add(read(outcome.rows().get(i), outcome.rules().get(i)));
        return new Found(List.copyOf(lights), outcome.version());
    }

    private static Threshold read(Map<String, Object> row, String rule) {
        return new Threshold(
                Light.valueOf(row.get("light").toString()),
                Threshold.Basis.valueOf(row.get("basis").toString()),
                ((Number) row.get("offsetDays")).intValue(),
                rule);
    }

    /** Editions are published by province and city: {@code 430102} is served by {@code 430100}. */
    private static String city(String region) {
        return RegionCode.of(region).isProvince() ? null : RegionCode.of(region).city();
    }
}
