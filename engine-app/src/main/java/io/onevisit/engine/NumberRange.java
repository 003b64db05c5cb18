package io.onevisit.engine;

import java.util.Map;

/**
 * The numbers of a division: cases, applications, orders … by the digits they have after their letter.
 *
 * @param first the least digits of one, {@code 4301} for a city
 * @param last the greatest
 */
public record NumberRange(String first, String last) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Rows of {@code letter (c)}: what a number may begin with, so that a condition on it is a range of an index. */
    static final String BEGINNINGS = "unnest(string_to_array(:letters, null) || array['']) letter (c)";

    /** Whether a column is a number of the division, where no index is to be asked. */
    public static String holds(String column) {
        return "ltrim(%s, :letters) between :first and :last".formatted(column);
    }

    public Map<String, String> params() {
        return Map.of("letters", LETTERS, "first", first, "last", last);
    }
}
