package io.onevisit.audit;

import java.util.regex.Pattern;

/** No entry holds a whole identity number or phone number, whoever wrote it into a reason. */
final class Masks {

    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(\\d{4})\\d{10}(\\d{3}[0-9Xx])(?![0-9A-Za-z])");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(1[3-9]\\d)\\d{4}(\\d{4})(?!\\d)");

    private Masks() {}

    static String text(String text, int longest) {
        if (text == null) {
            return "";
        }
        var masked = PHONE.matcher(ID_NUMBER.matcher(text.strip()).replaceAll("$1**********$2"))
                .replaceAll("$1****$2");
        return masked.codePointCount(0, masked.length()) <= longest
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** What was typed as a user name and is none may be anything, a password for one. */
    static String typed(String text) {
        return text == null || text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }
}
