package io.onevisit.engine;

import java.time.Instant;

/** The instants a model's timers wait for, asked for by {@code ${clock.blueAt(execution)}} and its siblings. */
public interface CaseClock {

    Instant blueAt(String caseNo);

    Instant yellowAt(String caseNo);

    Instant redAt(String caseNo);

    /** When an unanswered supplement notice ends; the key is an application's or a case's number. */
    Instant supplementDueAt(String businessKey);
}
