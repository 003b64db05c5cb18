package io.onevisit.workers;

/** The other side will never accept this: trying again is useless, a person has to look. */
public class Refused extends RuntimeException {

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
