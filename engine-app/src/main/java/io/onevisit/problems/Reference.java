package io.onevisit.problems;

import org.slf4j.MDC;

/** The number under which one request is found again: in its answer, in every line of the log it causes, on the phone. */
public final class Reference {

    /** The name in the log's context and in problem+json. */
    public static final String NAME = "reference";

    /** The header of the answer, and of a request that a trusted forwarder has numbered already. */
    public static final String HEADER = "X-Request-Id";

    private Reference() {}

    /** The number of the request this thread works on, the empty text outside of one. */
    public static String current() {
        var reference = MDC.get(NAME);
        return reference == null ? "" : reference;
    }
}
