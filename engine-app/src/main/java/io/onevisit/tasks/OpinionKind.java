package io.onevisit.tasks;

import io.onevisit.problems.Problem;
import java.util.Locale;

/** How a colleague is asked about a task. */
enum OpinionKind {
    /** 委派: a colleague works on it and says what they found; it stays the officer's. */
    DELEGATE("委派"),
    /** 前加签: a colleague's word before the officer answers. */
    BEFORE("前加签"),
    /** 会签: the words of several at once before the officer answers. */
    JOINT("会签"),
    /** 后加签: a colleague agrees to the officer's answer before it takes effect. */
    AFTER("后加签");

    private final String label;

    OpinionKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether the officer may not answer before the colleague did. */
    boolean first() {
        return this != AFTER;
    }

    static OpinionKind named(String name) {
        try {
            return valueOf(name == null ? "" : name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("ask-kind", "请选择委派、前加签、会签或后加签。").with("field", "kind");
        }
    }
}
