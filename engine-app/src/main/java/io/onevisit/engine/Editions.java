package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published editions of processes, and what each is made of; what runs on them tells {@link Traffic}. */
public interface Editions {

    /** Every edition; of one process the newest first. */
    List<Edition> all();

    Optional<Edition> find(String id);

    /** A 404 problem where there is none. */
    default Edition get(String id) {
        return find(id).orElseThrow(Editions::unknown);
    }

    /** The newest edition of a process that serves a city. */
    Edition newest(String processKey, String city);

    /** The model as BPMN XML. */
    String diagram(String id);

    /** What can hold a token, by its id, in the order of the model. */
    Map<String, Element> elements(String id);

    /** Those of them that a token can be put on. */
    default List<Element> places(String id) {
        return elements(id).values().stream()
                .filter(element -> !element.kind().equals("boundaryEvent"))
                .toList();
    }

    /** Whether a process that goes on from an element can come to a platform step, that element included. */
    boolean leadsTo(String id, String element, String step);

    static Problem unknown() {
        return Problem.notFound("edition-unknown", "没有找到这个流程版本，请刷新后重新选择。");
    }

    /**
     * @param tag the label it was published with, empty where it has none
     * @param city the city whose own edition it is, empty for the province's
     */
    record Edition(String id, String key, String name, int version, String tag, String city, Instant publishedAt) {

        public String label() {
            return "%s 第 %d 版%s".formatted(name, version, city.isEmpty() ? "" : "（" + city + "）");
        }
    }

    /**
     * @param name as the model says it; of an unnamed start that of its sub-process
     * @param kind the BPMN element, e.g. {@code userTask}
     * @param topic of an external task, else empty
     * @param scope name of the sub-process it lies in, empty outside of any
     * @param waits whether a token stays there: a person, a worker, a message, a timer or a called process is waited for
     */
    record Element(String id, String name, String kind, String topic, String scope, boolean waits) {}
}
