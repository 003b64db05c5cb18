package io.onevisit.problems;

import java.time.LocalDate;

/** The days that anybody here can mean, 1900 to 2200; any other is a slip of the pen. */
public final class PossibleDays {

    /** How a sentence ends that refuses another day. */
    public static final String SENTENCE = "应在 1900 年至 2200 年之间。";

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private PossibleDays() {}

    public static boolean hold(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
