package io.onevisit.problems;

import java.io.IOException;

/** More was sent than this address takes; thrown while the body is read, so that the rest is never held. */
public class BodyTooLarge extends IOException {

    /** What is said instead of the sentence for all. */
    public static final String CODE = "body-too-large";

    public BodyTooLarge() {
        super("body larger than this address takes");
    }

    static boolean caused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
