package io.onevisit.tasks;

import io.onevisit.problems.Problem;

/** What an officer writes beside a form: stripped, of a length that is read. */
final class Words {

    private static final int LONGEST = 500;

    /** @param wanted what to write, e.g. 请写明转办的理由 */
    static String required(String text, String field, String wanted) {
        var words = optional(text, field);
        if (words.isEmpty()) {
            throw Problem.invalid("words-missing", wanted + "，不超过 " + LONGEST + " 个字。")
                    .with("field", field);
        }
        return words;
    }

    static String optional(String text, String field) {
        var words = text == null ? "" : text.strip();
        if (words.length() > LONGEST) {
            throw Problem.invalid("words-long", "填写的内容不能超过 " + LONGEST + " 个字。").with("field", field);
        }
        return words;
    }

    private Words() {}
}
