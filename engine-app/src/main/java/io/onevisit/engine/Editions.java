package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published editions of processes, and what their elements are called. */
public interface Editions {

    /** Every edition; of one process the newest first. */
    List<Edition> all();

    Optional<Edition> find(String id);

    /** The edition as BPMN XML. */
    String diagram(String id);

    /** What can hold a token, by its id. */
    Map<String, Element> elements(String id);

    static Problem unknown() {
        return Problem.notFound("edition-unknown", "没有找到这一版流程，请从流程列表进入。");
    }

    /**
     * @param city the city whose own edition it is, empty for the province's
     * @param tag the label it was published with, empty where it has none
     */
    record Edition(String id, String key, String name, int version, String tag, String city, Instant publishedAt) {}

    /**
     * @param name as the model says it; of an unnamed start that of its sub-process
     * @param kind the BPMN element, e.g. {@code userTask}
     * @param topic of an external task, else empty
     */
    record Element(String id, String name, String kind, String topic) {}
}
