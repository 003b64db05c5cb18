package io.onevisit.elapsed;

import java.time.Instant;

/**
 * A time in which a case waited for somebody.
 *
 * @param what for what, in words
 * @param rank of several spans at one time the highest says whose time it was
 * @param paused whether the case's clock stood still
 * @param incidentId the incident that made the system the one to wait for, otherwise {@code null}
 * @param to {@code null} while it lasts
 */
record Span(Whose whose, String what, int rank, boolean paused, String incidentId, Instant from, Instant to) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    boolean continues(Span before) {
        return whose == before.whose && what.equals(before.what) && paused == before.paused && from.equals(before.to);
    }

    Span between(Instant start, Instant end, boolean paused) {
        return new Span(whose, what, rank, paused, incidentId, start, end);
    }
}
