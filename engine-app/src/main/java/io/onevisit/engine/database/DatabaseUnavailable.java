package io.onevisit.engine.database;

/** Says in a sentence, Chinese then English, why the database can't be used and what to do. */
public class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String chinese, String english, Throwable cause) {
        super(chinese + "\n" + english, cause);
    }

    DatabaseUnavailable(String chinese, String english) {
        this(chinese, english, null);
    }
}
