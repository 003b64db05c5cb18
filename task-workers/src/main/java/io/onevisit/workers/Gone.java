package io.onevisit.workers;

/** What the work was about is no longer there, e.g. a document that its owner took back before it was read. */
public class Gone extends Refused {

    Gone(String sentence) {
        super(sentence);
    }
}
