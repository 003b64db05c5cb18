package io.onevisit.identity;

import java.util.regex.Pattern;

/** Names and telephone numbers as they are shown to whoever has no reason to know them. */
public final class Masked {

    /** A run of seven or more digits, however it is spaced; the last may be the X of an identity number. */
    private static final Pattern RUN = Pattern.compile("\\d(?:[ -]?\\d){5,}[\\dXx]");

    private static final int SHORTEST = 7;
    private static final int SHOWN_AT_END = 4;

    private Masked() {}

    /** 138****5678; of a fixed line the area code and the end, 0731****1234. */
    public static String phone(String phone) {
        var digits = phone == null ? "" : phone.replaceAll("[ -]", "");
        if (digits.length() < SHORTEST) {
            return "*".repeat(digits.length());
        }
        var shown = digits.length() > 11 && digits.startsWith("0") ? 4 : 3;
        var end = digits.substring(digits.length() - Math.min(SHOWN_AT_END, digits.length() - shown - 2));
        return digits.substring(0, shown) + "*".repeat(digits.length() - shown - end.length()) + end;
    }

    /** 张* for somebody, 张** for somebody with a longer name. */
    public static String name(String name) {
        return name == null || name.isEmpty() ? "" : name.charAt(0) + "*".repeat(Math.max(1, name.length() - 1));
    }

    /** A text with every number in it masked, for lists that many people read. */
    public static String numbersIn(String text) {
        return RUN.matcher(text).replaceAll(run -> phone(run.group()));
    }
}
