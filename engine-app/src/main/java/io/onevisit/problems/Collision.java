package io.onevisit.problems;

import java.sql.SQLException;
import java.util.Set;

/** Of two acts that waited for one another the database broke one off: nothing of it was done, and it may be done again. */
public final class Collision {

    public static final String SENTENCE = "您的操作恰好与另一项操作同时进行，没有生效，请重试。";

    /** Deadlock detected, serialization failure. */
    private static final Set<String> STATES = Set.of("40P01", "40001");

    private Collision() {}

    /** Whether a failure comes from one. */
    public static boolean caused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && STATES.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
