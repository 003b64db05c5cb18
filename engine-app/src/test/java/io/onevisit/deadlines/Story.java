package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A made-up life of a clock, from a start through interruptions and extensions, all at full minutes. */
record Story(LocalDateTime start, int promised, int more, LimitUnit unit, CountingRule rule, List<Act> acts) {

    /**
     * @param gap minutes since the act before
     * @param length minutes a special procedure or a stop lasts
     * @param days asked for
     */
    record Act(Kind kind, int gap, int length, int days) {}

    enum Kind {
        SPECIAL_PROCEDURE,
        STOP,
        EXTENSION
    }

    /** From January 2026, whose plan is published, into 2027, whose plan is not. */
    static Arbitrary<Story> any() {
        var start = Combinators.combine(
                        Arbitraries.integers().between(0, 580),
                        Arbitraries.oneOf(Arbitraries.integers().between(0, 1439), Arbitraries.of(540, 720, 1020)))
                .as((day, minute) ->
                        LocalDateTime.of(2026, 1, 5, 0, 0).plusDays(day).plusMinutes(minute));
        var act = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 5 * 24 * 60),
                        Arbitraries.integers().between(1, 6 * 24 * 60),
                        Arbitraries.integers().between(1, 4))
                .as(Act::new);
        return Combinators.combine(
                        start,
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(LimitUnit.class),
                        Arbitraries.of(CountingRule.class),
                        act.list().ofMaxSize(5))
                .as(Story::new);
    }

    Ledger ledger() {
        var ledger = Samples.aCase(start.toString(), promised, promised + more, unit, rule);
        for (var entry : entries()) ledger = ledger.with(entry);
        return ledger;
    }

    List<Ledger.Entry> entries() {
        var entries = new ArrayList<Ledger.Entry>();
        for (var timed : timed()) {
            var act = timed.act;
            var at = timed.at.toString();
            var end = timed.end().toString();
            switch (act.kind) {
                case SPECIAL_PROCEDURE -> {
                    entries.add(Samples.specialProcedure(at, act.days));
                    entries.add(Samples.entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, end));
                }
                case STOP -> {
                    entries.add(Samples.entry(Ledger.Act.STOPPED, at));
                    entries.add(Samples.entry(Ledger.Act.RESUMED, end));
                }
                case EXTENSION -> entries.add(Samples.extension(at, act.days));
            }
        }
        return entries;
    }

    /** The same life on the reference. */
    SlowClock slow() {
        var minutesOfDay = unit == LimitUnit.CALENDAR_DAY ? 24 * 60L : 8 * 60L;
        var pauses = new ArrayList<SlowClock.Pause>();
        for (var timed : timed()) {
            var most = timed.act.kind == Kind.STOP ? Long.MAX_VALUE : timed.act.days * minutesOfDay;
            if (timed.act.kind != Kind.EXTENSION) pauses.add(new SlowClock.Pause(timed.at, timed.end(), most));
        }
        return new SlowClock(unit, rule, start, pauses);
    }

    List<Timed> extensions() {
        return timed().stream()
                .filter(timed -> timed.act.kind == Kind.EXTENSION)
                .toList();
    }

    LocalDateTime last() {
        var timed = timed();
        return timed.isEmpty() ? start : timed.get(timed.size() - 1).end();
    }

    private List<Timed> timed() {
        var timed = new ArrayList<Timed>();
        var at = start;
        for (var act : acts) {
            at = at.plusMinutes(act.gap);
            timed.add(new Timed(act, at));
            at = timed.get(timed.size() - 1).end();
        }
        return timed;
    }

    /** An act at its time. */
    record Timed(Act act, LocalDateTime at) {

        LocalDateTime end() {
            return act.kind == Kind.EXTENSION ? at : at.plusMinutes(act.length);
        }
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
