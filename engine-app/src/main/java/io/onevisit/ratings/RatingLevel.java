package io.onevisit.ratings;

import java.util.Arrays;

/** The five levels, with the codes 1 to 5 of GB/T 39046-2020 annex A.8; the last two are bad ratings (差评). */
enum RatingLevel {
    VERY_SATISFIED("非常满意"),
    SATISFIED("满意"),
    FAIR("基本满意"),
    DISSATISFIED("不满意"),
    VERY_DISSATISFIED("非常不满意");

    private final String label;

    RatingLevel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    int code() {
        return ordinal() + 1;
    }

    boolean bad() {
        return this == DISSATISFIED || this == VERY_DISSATISFIED;
    }

    static RatingLevel of(int code) {
        return Arrays.stream(values())
                .filter(level -> level.code() == code)
                .findFirst()
                .orElseThrow(() -> io.onevisit.problems.Problem.invalid("level-unknown", "请从五个满意度中选择一个。")
                        .with("field", "level"));
    }
}
