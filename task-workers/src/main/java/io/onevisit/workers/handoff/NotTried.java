package io.onevisit.workers.handoff;

import io.onevisit.workers.Unavailable;

/** The department was not even asked: it is busy, or left alone for a while. Nothing uncertain came of it. */
class NotTried extends Unavailable {

    NotTried(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
