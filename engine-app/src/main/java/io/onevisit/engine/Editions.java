package io.onevisit.engine;

import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;

/** The editions of processes the engine keeps, what each is made of, and how many cases run on it. */
public interface Editions {

    /** Every edition, the newest of each process first, with what runs on it for numbers of these divisions. */
    List<Edition> all(String firstRegion, String lastRegion);

    /** A 404 problem where there is none. */
    Edition get(String id);

    /** The newest edition of a process that serves a city. */
    Edition newest(String processKey, String city);

    /** The model as BPMN XML. */
    String diagram(String id);

    /** The elements a token can stand at or begin from, in the order of the model. */
    List<Element> elements(String id);

    /** Whether a process that goes on from an element can come to a platform step, that element included. */
    boolean leadsTo(String id, String element, String step);

    static Problem unknown() {
        return Problem.notFound("edition-unknown", "没有找到这个流程版本，请刷新后重新选择。");
    }

    /** @param tenant the city whose own edition it is, the empty text for the province's */
    record Edition(String id, String key, String name, int version, String tenant, Instant deployedAt, long running) {

        public String label() {
            return "%s 第 %d 版%s".formatted(name, version, tenant.isEmpty() ? "" : "（" + tenant + "）");
        }
    }

    /**
     * @param type as BPMN names it, e.g. {@code userTask}
     * @param scope label of the sub-process it lies in, the empty text outside of any
     * @param waits whether a token stays there: a person, a worker, a message, a timer or a called process is waited for
     */
    record Element(String id, String name, String type, String scope, boolean waits) {}
}
