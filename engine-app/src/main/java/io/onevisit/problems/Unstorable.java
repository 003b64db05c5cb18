package io.onevisit.problems;

import java.sql.SQLException;
import java.util.Set;

/** A text that no table can hold: PostgreSQL knows no NUL and no half characters. */
final class Unstorable {

    private static final Set<String> STATES = Set.of("22021", "22P05");

    private Unstorable() {}

    static boolean caused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
