package io.onevisit.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** A citizen's identity number (GB 11643): what it must look like, and what it tells. */
public final class IdNumber {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private IdNumber() {}

    /** Eighteen characters, a province, a day that was, and the right check character (capital X). */
    public static boolean valid(String number) {
        if (number == null || !number.matches("[1-9]\\d{16}[\\dX]") || !province(number)) {
            return false;
        }
        try {
            return !birthDate(number).isAfter(LocalDate.now(CHINA))
                    && birthDate(number).getYear() >= 1880
                    && check(number) == number.charAt(17);
        } catch (DateTimeException e) {
            return false;
        }
    }

    public static LocalDate birthDate(String number) {
        return LocalDate.parse(number.substring(6, 14), BIRTH);
    }

    /** The check character that belongs to the first seventeen digits (ISO 7064 MOD 11-2). */
    public static char check(String first) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** Divisions change, their codes stay valid for ever; provinces, Taiwan, Hong Kong and Macao begin with these digits. */
    private static boolean province(String number) {
        return number.matches("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]).*");
    }
}
