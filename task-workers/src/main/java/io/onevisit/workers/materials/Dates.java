package io.onevisit.workers.materials;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people and offices write them. */
final class Dates {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})(?:日|\\D|$)|^(\\d{4})(\\d{2})(\\d{2})$");

    private Dates() {}

    static Optional<LocalDate> in(String text) {
        var found = DAY.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        var first = found.group(1) != null ? 1 : 4;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(first)),
                    Integer.parseInt(found.group(first + 1)),
                    Integer.parseInt(found.group(first + 2))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
