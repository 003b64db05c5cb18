package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A clock as it lies in the database: the terms it was started under and the instants last computed. */
record ClockRow(
        Clocks.Key key,
        LocalDate month,
        String department,
        String region,
        int promised,
        int statutory,
        LimitUnit unit,
        CountingRule rule,
        CalendarStore.Key calendar,
        List<Threshold> thresholds,
        int thresholdsVersion,
        Instant startedAt,
        Instants instants) {

    /**
     * When each light begins; {@code null} for a light that has no instant.
     *
     * @param dueAt when the promised limit ends, whatever lights the kind has
     */
    record Instants(Instant blueAt, Instant yellowAt, Instant redAt, Instant dueAt) {}

    ClockRow countedBy(CalendarStore.Key other) {
        return new ClockRow(
                key,
                month,
                department,
                region,
                promised,
                statutory,
                unit,
                rule,
                other,
                thresholds,
                thresholdsVersion,
                startedAt,
                instants);
    }

    Ledger ledger(List<Ledger.Entry> entries) {
        return new Ledger(key.kind(), promised, statutory, unit, rule, startedAt, entries);
    }
}
