package io.onevisit.workers;

/** The other side does not answer now: it is waited for, and work goes on by itself when it is back. */
public class Unavailable extends RuntimeException {

    public Unavailable(String sentence) {
        super(sentence);
    }

    public Unavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
