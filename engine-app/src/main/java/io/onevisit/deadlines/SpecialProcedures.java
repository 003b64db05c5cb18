package io.onevisit.deadlines;

import io.onevisit.catalogue.LimitUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The clocks that special procedures have of their own: one after another for a case, counted from 1. */
final class SpecialProcedures {

    /** Its limit is the days asked for, counted as the case counts its days. */
    static Clocks.Terms terms(ClockRow clock, int days) {
        var unit = clock.unit() == LimitUnit.CALENDAR_DAY ? LimitUnit.CALENDAR_DAY : LimitUnit.WORKING_DAY;
        return new Clocks.Terms(days, 0, unit, clock.rule(), clock.region(), clock.department());
    }

    static Clocks.Key next(List<Clocks.Key> ofCase, String caseNo) {
        var number = last(ofCase).map(Clocks.Key::number).orElse(0) + 1;
        return new Clocks.Key(caseNo, ClockKind.SPECIAL_PROCEDURE, number);
    }

    static Optional<Clocks.Key> last(List<Clocks.Key> ofCase) {
        return ofCase.stream()
                .filter(key -> key.kind() == ClockKind.SPECIAL_PROCEDURE)
                .max(Comparator.comparingInt(Clocks.Key::number));
    }

    private SpecialProcedures() {}
}
