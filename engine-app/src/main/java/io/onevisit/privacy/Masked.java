package io.onevisit.privacy;

import java.util.regex.Pattern;

/** The one place where names, identity numbers and telephones become what those see who have no reason to know them. */
public final class Masked {

    /** A run of seven or more digits, however it is spaced; the last may be the X of an identity number. */
    private static final Pattern RUN = Pattern.compile("\\d(?:[ -]?\\d){5,}[\\dXx]");

    private static final Pattern ID_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(\\d{4})\\d{10}(\\d{3}[0-9Xx])(?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(1[3-9]\\d)\\d{4}(\\d{4})(?!\\d)");

    /** A number of a person, card, account or license: seven characters or more, most of them digits, however spaced. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{0,4}\\d(?:[ -]?[0-9A-Za-z]){5,}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int FEWEST_DIGITS = 6;
    private static final int LONG = 15;
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
        if (name == null || name.isEmpty()) {
            return "";
        }
        var first = name.substring(0, name.offsetByCodePoints(0, 1));
        return first + "*".repeat(Math.max(1, name.codePointCount(0, name.length()) - 1));
    }

    /** 4301**********1234: division and check character stay. */
    public static String idNo(String number) {
        if (number == null || number.length() < 9) {
            return number == null ? "" : "*".repeat(number.length());
        }
        return number.substring(0, 4) + "*".repeat(number.length() - 8) + number.substring(number.length() - 4);
    }

    /** Whole identity and mobile numbers in a text, for texts that many people read and that must keep other numbers. */
    public static String personsIn(String text) {
        return MOBILE.matcher(ID_NUMBER.matcher(text).replaceAll("$1**********$2"))
                .replaceAll("$1****$2");
    }

    /** A text with every number in it masked, for lists that many people read. */
    public static String numbersIn(String text) {
        return RUN.matcher(text).replaceAll(run -> phone(run.group()));
    }

    /** The same for numbers with letters in them; days stay. */
    public static String codesIn(String text) {
        return CODE.matcher(text).replaceAll(run -> code(run.group()));
    }

    private static String code(String number) {
        if (DAY.matcher(number).matches()
                || number.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return number;
        }
        var shown = number.length() >= LONG ? 4 : 2;
        return number.substring(0, shown)
                + "*".repeat(number.length() - 2 * shown)
                + number.substring(number.length() - shown);
    }
}
