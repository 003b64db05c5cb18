package io.onevisit.engine;

import java.time.Instant;

/** The instants a model's timers wait for, asked for by {@code ${clock.blueAt(execution)}} and its siblings. */
public interface CaseClock {

    Instant blueAt(String caseNo);

    Instant yellowAt(String caseNo);

    Instant redAt(String caseNo);

    /**
     * When a clock of a kind ends, the end of its promised limit: of special procedures the running one, of other kinds the
     * first.
     *
     * @param businessKey number of what is supervised
     * @param kind name of the kind, e.g. {@code RATING_CONTACT}
     */
    Instant dueAt(String businessKey, String kind);

    /** When an unanswered supplement notice ends; the key is an application's or a case's number. */
    Instant supplementDueAt(String businessKey);

    /** Until when an application's applicant must be told once of everything that is wanting (行政许可法 art. 32). */
    Instant noticeDueAt(String applicationNo);
}
