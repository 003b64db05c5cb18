package io.onevisit.studio;

import java.util.Set;
import java.util.regex.Pattern;

/** FEEL as decision tables may use it: comparisons, ranges, lists and well-known functions of the language itself. */
final class Feel {

    private static final int LONGEST = 500;
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ ]*?)\\s*\\(");
    private static final Pattern FOREIGN =
            Pattern.compile("\\b(function|external|java|class|method signature|for|some|every|instance of)\\b|[{}]|@");

    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "date",
            "duration",
            "contains",
            "starts with",
            "ends with",
            "matches",
            "string length",
            "substring",
            "upper case",
            "lower case",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "abs",
            "floor",
            "ceiling",
            "string",
            "number",
            "and",
            "or",
            "in",
            "if",
            "then",
            "else");

    private Feel() {}

    static boolean isPlain(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        var code = TEXTS.matcher(text).replaceAll("\"\"");
        return !code.contains("\\")
                && !FOREIGN.matcher(code).find()
                && CALL.matcher(code).results().allMatch(call -> known(call.group(1)));
    }

    /** The words before a bracket end in a function of the language, e.g. {@code a and not (}. */
    private static boolean known(String words) {
        var name = words.strip();
        return FUNCTIONS.stream().anyMatch(function -> name.equals(function) || name.endsWith(" " + function));
    }
}
