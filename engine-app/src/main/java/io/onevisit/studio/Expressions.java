package io.onevisit.studio;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression in a model may say, place by place. Nothing here calls methods beyond two named beans. */
final class Expressions {

    private static final int LONGEST = 500;
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private static final Pattern READ = Pattern.compile("\\$\\{(" + NAME + ")}");
    private static final Pattern WHOLE = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern OWN_BUSINESS_KEY = Pattern.compile("[$#]\\{execution\\.processBusinessKey}");
    private static final Pattern INSTANT = Pattern.compile("\\$\\{clock\\.(" + NAME + ")\\(execution\\)}");
    private static final Pattern DUE = Pattern.compile("\\$\\{clock\\.dueAt\\(execution, ?'([A-Z_]+)'\\)}");
    private static final Pattern VARIABLE_INSTANT =
            Pattern.compile("\\$\\{clock\\.(?:endOf|at)\\(execution, ?'(" + NAME + ")'\\)}");
    private static final Pattern TENANT = Pattern.compile("\\$\\{tenants\\.of\\(execution, ?'([a-z0-9-]+)'\\)}");
    private static final Pattern TOKEN = Pattern.compile(
            "\\G\\s*(?:'[^'\\\\]*'|\"[^\"\\\\]*\"|\\d+(?:\\.\\d+)?|==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)|(" + NAME
                    + "))");

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty", "true", "false", "null");

    private static final Set<String> OPERATORS =
            Set.of("==", "!=", "<=", ">=", "<", ">", "&&", "||", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");

    private static final Set<String> PREFIXES = Set.of("!", "not", "empty", "(");

    /** Names that are not variables of a case. */
    private static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "event",
            "authenticatedUserId",
            "clock",
            "tenants",
            "instanceof",
            "div",
            "mod");

    private Expressions() {}

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** {@code ${variable}} and nothing else. */
    static boolean isRead(String text) {
        var read = READ.matcher(text);
        return read.matches() && variable(read.group(1));
    }

    /** {@code ${step}} naming a platform step. */
    static boolean isStep(String text) {
        var read = READ.matcher(text);
        return read.matches() && Vocabulary.STEPS.contains(read.group(1));
    }

    static boolean isBusinessKey(String text) {
        return isRead(text) || OWN_BUSINESS_KEY.matcher(text).matches();
    }

    /** Comparisons of variables with words and numbers, joined by and, or, not. */
    static boolean isCondition(String text) {
        var whole = WHOLE.matcher(text);
        return text.length() <= LONGEST && whole.matches() && onlyComparisons(whole.group(1));
    }

    /** A word, a sentence with variables in it, or a comparison. */
    static boolean isValue(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        var rest = WHOLE.matcher(text)
                .replaceAll(found -> isCondition(found.group()) ? "" : Matcher.quoteReplacement(found.group()));
        return !isExpression(rest);
    }

    /** @param timer id of the element that waits for it: the end of another clock is known by its timer's id */
    static boolean isInstant(String text, String timer) {
        var instant = INSTANT.matcher(text);
        var due = DUE.matcher(text);
        var told = VARIABLE_INSTANT.matcher(text);
        return instant.matches() && Vocabulary.INSTANTS.contains(instant.group(1))
                || told.matches() && variable(told.group(1))
                || due.matches() && timer.equals(Vocabulary.ENDS.get(due.group(1)));
    }

    /** {@code ${tenants.of(execution, 'key')}} asking for exactly this key. */
    static boolean isTenantOf(String text, String key) {
        var tenant = TENANT.matcher(text);
        return tenant.matches() && tenant.group(1).equals(key);
    }

    /** Operands and operators take turns, so that nothing can stand before a bracket and be called. */
    private static boolean onlyComparisons(String inside) {
        var token = TOKEN.matcher(inside);
        var end = 0;
        var afterOperand = false;
        while (token.find()) {
            var text = token.group().strip();
            var operator = OPERATORS.contains(text);
            var closing = text.equals(")");
            if (token.group(1) != null && !WORDS.contains(text) && !variable(text)
                    || afterOperand && !operator && !closing) {
                return false;
            }
            afterOperand = closing || !operator && !PREFIXES.contains(text);
            end = token.end();
        }
        return afterOperand && inside.substring(end).isBlank();
    }

    private static boolean variable(String name) {
        return !RESERVED.contains(name) && !Vocabulary.STEPS.contains(name);
    }
}
