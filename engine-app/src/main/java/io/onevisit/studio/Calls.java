package io.onevisit.studio;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which process calls which: a process that comes back to itself would run for ever. */
final class Calls {

    private Calls() {}

    static Map<String, Set<String>> of(Map<String, ModelFile> files) {
        Map<String, Set<String>> calls = new TreeMap<>();
        for (var file : files.values()) {
            if (file.kind() == ModelFile.Kind.BPMN && file.xml() != null) {
                calls.put(file.key(), called(file.xml()));
            }
        }
        return calls;
    }

    /** Whether {@code from} reaches {@code target} by calls. */
    static boolean reach(Map<String, Set<String>> calls, String from, String target) {
        var seen = new java.util.HashSet<String>();
        var open = new java.util.ArrayDeque<String>();
        open.add(from);
        while (!open.isEmpty()) {
            var next = open.poll();
            if (next.equals(target)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(calls.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private static Set<String> called(Node model) {
        return model.all()
                .filter(node -> node.is(Namespaces.BPMN, "callActivity"))
                .map(node -> node.get("calledElement"))
                .collect(Collectors.toSet());
    }
}
