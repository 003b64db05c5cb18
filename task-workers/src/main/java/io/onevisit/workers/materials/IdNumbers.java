package io.onevisit.workers.materials;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Resident identity numbers as GB 11643 has them: division, birth date, sequence, check digit. */
final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final String MISTAKEN = "OQDIL|SBZG";
    private static final String MEANT = "0001115826";

    private IdNumbers() {}

    static boolean valid(String number) {
        if (!number.matches("\\d{17}[0-9X]")) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11) == number.charAt(17) && isDate(number);
    }

    private static boolean isDate(String number) {
        try {
            LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The number that was meant where letters were read for digits; the check digit has to bear it out. */
    static Optional<String> repaired(String read) {
        var number = new StringBuilder();
        for (var c : read.toCharArray()) {
            var at = MISTAKEN.indexOf(c);
            number.append(at < 0 ? c : MEANT.charAt(at));
        }
        return valid(number.toString()) ? Optional.of(number.toString()) : Optional.empty();
    }
}
