package io.onevisit.deadlines;

import java.util.List;

/**
 * When a light begins: strictly after so much of a limit is used, as the decision table {@code deadline-thresholds} says.
 *
 * @param basis the limit it hangs on
 * @param offset units to add to that limit, negative for a warning before it ends
 * @param rule id of the rule in the decision table
 */
record Threshold(Light light, Basis basis, int offset, String rule) {

    /** The limit a light hangs on: the promised one or the statutory one. */
    enum Basis {
        PROMISED,
        STATUTORY
    }

    static boolean needStatutory(List<Threshold> thresholds) {
        return thresholds.stream().anyMatch(t -> t.basis == Basis.STATUTORY);
    }
}
