package io.onevisit.deadlines;

import static io.onevisit.catalogue.CountingRule.EXACT_TIME;
import static io.onevisit.catalogue.CountingRule.NEXT_WORKDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many random ledgers, each held against the slow reference; a failure names its seed. */
class RandomLedgersTest {

    private static final int LEDGERS = 120;

    private final List<SlowClock.Pause> pauses = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(LimitUnit.class)
    void instantsAndDaysEqualTheReference(LimitUnit unit) {
        for (var seed = 0; seed < LEDGERS; seed++) {
            var random = new Random(seed * 31L + unit.ordinal());
            var ledger = ledger(random, unit);
            var slow = new SlowClock(unit, ledger.rule(), local(ledger.startedAt()), pauses);
            var clock = Samples.reckon(ledger);
            var as = "seed %d: %s".formatted(seed, ledger);

            assertThat(clock.begins(Light.YELLOW)).as(as).isEqualTo(expected(slow, ledger, ledger.promised()));
            assertThat(clock.begins(Light.RED)).as(as).isEqualTo(expected(slow, ledger, ledger.statutory()));
            assertThat(clock.begins(Light.BLUE)).as(as).isEqualTo(expected(slow, ledger, ledger.promised() - 3));
            for (var i = 0; i < 5; i++) {
                var at = local(ledger.startedAt()).plusMinutes(random.nextInt(40 * 24 * 60));
                var used = ceil(slow.used(at), slow.minutesOfUnit());
                assertThat(clock.used(instant(at))).as(as + " at " + at).isEqualTo(used);
                if (ticks(slow, at))
                    assertThat(clock.light(instant(at))).as(as + " at " + at).isEqualTo(light(ledger, used));
            }
        }
    }

    /** What was known at an instant is enough for the light it had. */
    @ParameterizedTest
    @EnumSource(LimitUnit.class)
    void aLedgerReplayedUntilAnInstantShowsTheLightOfThatInstant(LimitUnit unit) {
        for (var seed = 0; seed < LEDGERS; seed++) {
            var random = new Random(seed * 37L + unit.ordinal());
            var ledger = ledger(random, unit);
            var whole = Samples.reckon(ledger);
            for (var i = 0; i < 20; i++) {
                var at = ledger.startedAt().plus(random.nextInt(40 * 24 * 3600), ChronoUnit.SECONDS);
                var then = Samples.reckon(ledger.until(at));

                var begun = List.of(Light.NONE, Light.BLUE, Light.YELLOW, Light.RED).stream()
                        .filter(light -> light == Light.NONE || at.isAfter(whole.begins(light)))
                        .reduce(Light.NONE, (a, b) -> b);
                assertThat(then.light(at))
                        .as("seed %d at %s: %s", seed, at, ledger)
                        .isEqualTo(begun);
            }
        }
    }

    private Ledger ledger(Random random, LimitUnit unit) {
        pauses.clear();
        var start = LocalDateTime.of(2026, 1, 5, 0, 0).plusMinutes(random.nextInt(250 * 24 * 60));
        if (random.nextInt(4) == 0) start = start.with(LocalTime.of(random.nextBoolean() ? 9 : 17, 0));
        var promised = random.nextInt(12);
        var ledger = Samples.aCase(
                start.toString(),
                promised,
                promised + random.nextInt(8),
                unit,
                random.nextInt(3) == 0 ? NEXT_WORKDAY : EXACT_TIME);
        var at = start;
        for (var n = random.nextInt(4); n > 0; n--) {
            at = at.plusMinutes(1 + random.nextInt(5 * 24 * 60));
            var end = at.plusMinutes(1 + random.nextInt(6 * 24 * 60));
            ledger = random.nextBoolean() ? procedure(ledger, at, end, 1 + random.nextInt(4)) : stop(ledger, at, end);
            at = end;
        }
        return ledger;
    }

    private Ledger procedure(Ledger ledger, LocalDateTime at, LocalDateTime end, int days) {
        var minutesOfDay = ledger.unit() == LimitUnit.CALENDAR_DAY ? 24 * 60L : 8 * 60L;
        pauses.add(new SlowClock.Pause(at, end, days * minutesOfDay));
        return ledger.with(Samples.specialProcedure(at.toString(), days))
                .with(Samples.entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, end.toString()));
    }

    private Ledger stop(Ledger ledger, LocalDateTime at, LocalDateTime end) {
        pauses.add(new SlowClock.Pause(at, end, Long.MAX_VALUE));
        return ledger.with(Samples.entry(Ledger.Act.STOPPED, at.toString()))
                .with(Samples.entry(Ledger.Act.RESUMED, end.toString()));
    }

    /** A limit from the opening of a day ends with the break after it, any other one as soon as it is used up. */
    private static Instant expected(SlowClock slow, Ledger ledger, int units) {
        var start = local(ledger.startedAt());
        var reached = slow.reached(units * slow.minutesOfUnit());
        var fromOpening = ledger.unit() == LimitUnit.WORKING_DAY
                && ledger.rule() == EXACT_TIME
                && SlowClock.worked(start.toLocalDate())
                && !start.toLocalTime().isAfter(LocalTime.of(9, 0));
        return instant(fromOpening && units > 0 ? slow.next(reached) : reached);
    }

    /** The formula of the supervision rules; it can be held against the clock while time is counted. */
    private static Light light(Ledger ledger, int used) {
        if (used - ledger.statutory() >= 1) return Light.RED;
        if (used - ledger.promised() >= 1) return Light.YELLOW;
        return ledger.promised() - used <= 2 ? Light.BLUE : Light.NONE;
    }

    private static boolean ticks(SlowClock slow, LocalDateTime at) {
        return slow.used(at) > slow.used(at.minusMinutes(1));
    }

    private static int ceil(long minutes, long unit) {
        return (int) ((minutes + unit - 1) / unit);
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
