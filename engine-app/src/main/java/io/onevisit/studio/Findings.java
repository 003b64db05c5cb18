package io.onevisit.studio;

import io.onevisit.studio.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in one file. */
final class Findings {

    private static final int ENOUGH = 200;

    private final String file;
    private final List<Finding> found;

    private Findings(String file, List<Finding> found) {
        this.file = file;
        this.found = found;
    }

    static Findings of(String file) {
        return new Findings(file, new ArrayList<>());
    }

    void error(String element, String sentence, Object... parts) {
        add(element, Severity.ERROR, sentence, parts);
    }

    void warning(String element, String sentence, Object... parts) {
        add(element, Severity.WARNING, sentence, parts);
    }

    /** A report of thousands of lines helps nobody and costs memory: the first ones are enough. */
    private void add(String element, Severity severity, String sentence, Object... parts) {
        if (found.size() < ENOUGH) {
            found.add(new Finding(file, element, severity, parts.length == 0 ? sentence : sentence.formatted(parts)));
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
