package io.onevisit.deadlines;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What a supposed clock would show; times are written in Chinese time.
 *
 * @param blueAt the instant after which the light begins, {@code null} where the kind has no such light or the clock stands
 * @param elapsedDays units used, rounded up
 * @param remainingDays promised less used; negative when overdue
 * @param provisional true where a year without a published plan was counted
 * @param dueAt when the promised limit ends
 * @param why how the promised limit was counted, run by run in sentences
 * @param skipped days off between the start and the last of the instants
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Preview(
        String blueAt,
        String yellowAt,
        String redAt,
        Light light,
        int elapsedDays,
        int remainingDays,
        boolean provisional,
        List<LocalDate> skipped,
        String dueAt,
        Explanation why) {

    static Preview of(PreviewRequest request, WorkingCalendar calendar, List<Threshold> thresholds) {
        inside(calendar, "start", request.start());
        inside(calendar, "at", request.at());
        var ledger = ledger(request, calendar);
        try {
            var reckoning = new Reckoning(ledger, calendar, thresholds);
            return new Preview(
                    time(reckoning.begins(Light.BLUE)),
                    time(reckoning.begins(Light.YELLOW)),
                    time(reckoning.begins(Light.RED)),
                    reckoning.light(request.at()),
                    reckoning.used(request.at()),
                    reckoning.remaining(request.at()),
                    reckoning.provisional(),
                    reckoning.skipped(),
                    time(reckoning.due()),
                    Wording.explain(ledger, calendar, reckoning, request.at()));
        } catch (OutsideCalendar e) {
            throw named(Threshold.needStatutory(thresholds) ? "statutory" : "promised", e);
        }
    }

    private static Ledger ledger(PreviewRequest request, WorkingCalendar calendar) {
        var ledger = new Ledger(
                request.kind(),
                request.promised(),
                request.statutory(),
                request.unit(),
                request.rule(),
                request.start(),
                List.of());
        PreviewRequest.Event last = null;
        for (var event : request.events()) {
            inside(calendar, event.field(), event.entry().at());
            try {
                if (event.interrupts() && last != null && !last.endGiven())
                    ledger = ranOut(ledger, last, event, calendar);
                ledger = ledger.with(event.entry());
                if (event.interrupts()) last = event;
            } catch (Problem e) {
                throw Fields.invalid(event.field(), e.getMessage().replace("。", ""));
            }
        }
        return ledger;
    }

    /** A special procedure without an end is over for the next interruption once the days asked for have passed. */
    private static Ledger ranOut(
            Ledger ledger, PreviewRequest.Event last, PreviewRequest.Event next, WorkingCalendar calendar) {
        if (ledger.open() != Ledger.Act.SPECIAL_PROCEDURE_STARTED) return ledger;
        var time = Timeline.of(ledger.unit(), calendar, Reckoning.day(ledger.startedAt()));
        var at = next.entry().at();
        var passed = time.position(at) - time.position(last.entry().at());
        return passed < last.entry().days() * time.day()
                ? ledger
                : ledger.with(new Ledger.Entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, at));
    }

    private static void inside(WorkingCalendar calendar, String field, Instant at) {
        try {
            calendar.isWorkingDay(Reckoning.day(at));
        } catch (OutsideCalendar e) {
            throw named(field, e);
        }
    }

    private static Problem named(String field, OutsideCalendar e) {
        return Problem.invalid(e.code(), e.getMessage()).with("field", field).with("year", e.year());
    }

    /** Text, because the platform's mapper writes instants in UTC. */
    private static String time(Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(WorkingCalendar.ZONE));
    }
}
