package io.onevisit.audit;

import io.onevisit.privacy.Masked;

/** No entry holds a whole identity number or phone number, whoever wrote it into a reason. */
final class Masks {

    private Masks() {}

    static String text(String text, int longest) {
        if (text == null) {
            return "";
        }
        var masked = Masked.personsIn(text.strip());
        return masked.codePointCount(0, masked.length()) <= longest
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** What was typed as a user name and is none may be anything, a password for one. */
    static String typed(String text) {
        return text == null || text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }
}
