package io.onevisit.deadlines;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Shows a clock from its ledger, as it stood at an instant. */
final class Faces {

    static final Clocks.Face NOT_STARTED = new Clocks.Face(
            null, null, null, null, Light.NONE, 0, 0, null, null, null, false, false, List.of(), List.of());

    static Clocks.Face of(ClockRow clock, List<ClockStore.Line> lines, WorkingCalendar calendar, Instant at) {
        if (clock.startedAt().isAfter(at)) return NOT_STARTED;
        var ledger = clock.ledger(entries(lines)).until(at);
        var reckoning = new Reckoning(ledger, calendar, clock.thresholds());
        var instants = reckoning.instants();
        return new Clocks.Face(
                clock.startedAt(),
                instants.blueAt(),
                instants.yellowAt(),
                instants.redAt(),
                reckoning.light(at),
                reckoning.used(at),
                reckoning.remaining(at),
                instants.dueAt(),
                instants.redAt(),
                ledger.finishedAt(),
                reckoning.provisional(),
                ledger.open() != null,
                reckoning.skipped(),
                lines.stream()
                        .filter(line -> !line.at().isAfter(at))
                        .map(line -> new Clocks.Entry(
                                line.act(),
                                line.at(),
                                line.days(),
                                line.unit(),
                                line.reason(),
                                line.legalBasis(),
                                line.statedAt()))
                        .toList());
    }

    /** The lines that move limits; the start is in the clock's terms, and a published calendar in its edition. */
    static List<Ledger.Entry> entries(List<ClockStore.Line> lines) {
        return lines.stream()
                .filter(line -> Arrays.stream(Ledger.Act.values())
                        .anyMatch(act -> act.name().equals(line.act())))
                .map(line -> new Ledger.Entry(
                        Ledger.Act.valueOf(line.act()),
                        line.at(),
                        line.days() == null ? 0 : line.days(),
                        line.unit(),
                        line.reason(),
                        line.legalBasis()))
                .toList();
    }

    private Faces() {}
}
