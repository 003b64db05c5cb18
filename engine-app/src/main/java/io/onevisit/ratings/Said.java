package io.onevisit.ratings;

import io.onevisit.problems.Problem;
import java.util.List;
import java.util.Objects;

/** What somebody says: a level, ticks and words. A bad one says why. */
record Said(RatingLevel level, List<String> labels, String text) {

    static final int LONGEST = 500;

    static Said of(int level, List<String> labels, String text) {
        var said = new Said(
                RatingLevel.of(level),
                labels == null
                        ? List.of()
                        : labels.stream().filter(Objects::nonNull).distinct().toList(),
                text == null ? "" : text.strip());
        if (said.level.bad() && said.labels.isEmpty() && said.text.isEmpty()) {
            throw Problem.invalid("reason-missing", "请选择一个标签或者写一句话，告诉我们哪里不满意，我们好改进。")
                    .with("field", "labels");
        }
        if (said.text.length() > LONGEST) {
            throw Problem.invalid("text-too-long", "文字评价不能超过 500 个字。").with("field", "text");
        }
        return said;
    }
}
