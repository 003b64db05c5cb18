package io.onevisit.engine;

import java.util.List;
import java.util.Map;

/** Evaluates decision tables outside a process, e.g. while a person answers the guide's questions. */
public interface Decisions {

    Outcome evaluate(String decisionKey, String tenant, Map<String, Object> facts);

    /** What {@link #evaluate} would ask now: it gives the same answer to the same facts as long as this stays the same. */
    String edition(String decisionKey, String tenant);

    /**
     * @param rows one map per rule that fired, by output name
     * @param rules ids of the rules that fired, in the order of {@code rows}
     * @param version the decision's version in the engine
     * @param inputs what the table asked, by the labels of its columns
     */
    record Outcome(List<Map<String, Object>> rows, List<String> rules, int version, Map<String, Object> inputs) {}
}
