package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.aCase;
import static io.onevisit.deadlines.Samples.at;
import static io.onevisit.deadlines.Samples.entry;
import static io.onevisit.deadlines.Samples.extension;
import static io.onevisit.deadlines.Samples.lights;
import static io.onevisit.deadlines.Samples.publicNotice;
import static io.onevisit.deadlines.Samples.reckon;
import static io.onevisit.deadlines.Samples.specialProcedure;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckoningTest {

    @Test
    void theWorkedExampleOfTheSupervisionRules() {
        var clock = in2018(aCase("2018-10-15T10:00", 7, 10));

        assertLights(clock, "2018-10-19T10:00", "2018-10-24T10:00", "2018-10-29T10:00");
        assertThat(clock.light(at("2018-10-19T10:00:00"))).isEqualTo(Light.NONE);
        assertThat(clock.light(at("2018-10-19T10:00:01"))).isEqualTo(Light.BLUE);
        assertThat(clock.light(at("2018-10-24T10:00:00"))).isEqualTo(Light.BLUE);
        assertThat(clock.light(at("2018-10-24T10:00:01"))).isEqualTo(Light.YELLOW);
        assertThat(clock.light(at("2018-10-29T10:00:00"))).isEqualTo(Light.YELLOW);
        assertThat(clock.light(at("2018-10-29T10:00:01"))).isEqualTo(Light.RED);
    }

    @Test
    void aSpecialProcedureOfThreeDaysMovesAllByThreeDays() {
        var clock = in2018(aCase("2018-10-15T10:00", 7, 10).with(specialProcedure("2018-10-16T14:00", 3)));

        assertLights(clock, "2018-10-24T10:00", "2018-10-29T10:00", "2018-11-01T10:00");
    }

    @ParameterizedTest
    @CsvSource({
        // asked for at, days | promised 3 working days from 9 March 10:00 end
        // 20 calendar days: until Monday 30 March 10:00, of which 14 working days and the same time of day
        "2026-03-10T10:00, 20, 2026-04-01T10:00",
        // over a week end nothing is taken out
        "2026-03-13T17:30, 2, 2026-03-12T10:00",
        // from Tuesday to Sunday: the case goes on on Monday with what was left on Tuesday
        "2026-03-10T10:00, 5, 2026-03-17T17:00",
    })
    void aPublicNoticeRunsInCalendarDays(String at, int days, String due) {
        var clock = reckon(aCase("2026-03-09T10:00", 3, 10).with(publicNotice(at, days)));

        assertThat(clock.due()).isEqualTo(at(due));
    }

    @Test
    void theExampleOfTheDesignAcrossSpringFestival() {
        var clock = reckon(aCase("2026-02-12T10:00", 7, 10).with(specialProcedure("2026-02-13T09:00", 3)));
        var at = at("2026-02-27T10:00:01");

        assertLights(clock, "2026-02-28T10:00", "2026-03-04T10:00", "2026-03-09T10:00");
        assertThat(clock.light(at)).isEqualTo(Light.NONE);
        assertThat(clock.used(at)).isEqualTo(4);
        assertThat(clock.remaining(at)).isEqualTo(3);
        assertThat(clock.provisional()).isFalse();
        assertThat(clock.skipped()).hasSize(9 + 3).startsWith(Reckoning.day(at("2026-02-15T00:00")));
    }

    @ParameterizedTest
    @CsvSource({
        // same time of day, n working days later: the vectors of the calendar
        "2025-09-30T10:00, EXACT_TIME, 2025-10-09T10:00",
        "2025-10-10T10:00, EXACT_TIME, 2025-10-11T10:00",
        "2025-01-26T16:59, EXACT_TIME, 2025-01-27T16:59",
        // borders of the day
        "2025-09-30T09:00, EXACT_TIME, 2025-10-09T09:00",
        "2025-09-30T07:30, EXACT_TIME, 2025-10-09T09:00",
        "2025-09-30T17:00, EXACT_TIME, 2025-10-09T17:00",
        "2025-09-30T21:00, EXACT_TIME, 2025-10-09T17:00",
        // a start on a day off: the first working day after it
        "2025-10-03T10:00, EXACT_TIME, 2025-10-09T17:00",
        // the day of the start doesn't count
        "2025-09-30T10:00, NEXT_WORKDAY, 2025-10-09T17:00",
        "2025-10-10T10:00, NEXT_WORKDAY, 2025-10-11T17:00",
        "2025-10-10T07:00, NEXT_WORKDAY, 2025-10-11T17:00",
        "2025-10-12T10:00, NEXT_WORKDAY, 2025-10-13T17:00",
    })
    void oneWorkingDayEndsOnTheNextWorkingDay(String start, CountingRule rule, String end) {
        var clock = reckon(aCase(start, 1, 1, LimitUnit.WORKING_DAY, rule));

        assertThat(clock.begins(Light.YELLOW)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR_DAY, EXACT_TIME,   2026-02-17T15:00, 2026-02-20T15:00, 2026-02-23T15:00",
        "CALENDAR_DAY, NEXT_WORKDAY, 2026-02-18T09:00, 2026-02-21T09:00, 2026-02-24T09:00",
        "HOUR,         EXACT_TIME,   2026-02-13T10:00, 2026-02-13T13:00, 2026-02-13T16:00",
        "HOUR,         NEXT_WORKDAY, 2026-02-14T11:00, 2026-02-14T14:00, 2026-02-14T17:00",
    })
    void otherUnitsCountEveryDayOrHoursOfWork(
            LimitUnit unit, CountingRule rule, String blue, String yellow, String red) {
        var start = unit == LimitUnit.HOUR ? "2026-02-12T16:00" : "2026-02-12T15:00";
        var clock = unit == LimitUnit.HOUR && rule == CountingRule.NEXT_WORKDAY
                ? reckon(aCase("2026-02-13T16:00", 5, 8, unit, rule))
                : reckon(aCase(start, unit == LimitUnit.HOUR ? 5 : 8, unit == LimitUnit.HOUR ? 8 : 11, unit, rule));

        assertLights(clock, blue, yellow, red);
    }

    @ParameterizedTest
    @CsvSource({
        // limit 6 (licenses 3, pre-acceptance 2 as they are by default)
        "SPECIAL_PROCEDURE,    6, 2026-03-05T10:00, 2026-03-10T10:00, 2026-03-11T10:00",
        "CONSULTATION,         6, 2026-03-05T10:00, 2026-03-10T10:00, 2026-03-11T10:00",
        "COMPLAINT,            6, 2026-03-05T10:00, 2026-03-10T10:00, 2026-03-11T10:00",
        "ONLINE_PREACCEPTANCE, 2, 2026-03-04T10:00, 2026-03-09T10:00, 2026-03-11T10:00",
        "LICENSE_ISSUE,        3,                 , 2026-03-05T10:00,                 ",
    })
    void everyKindHasItsOwnLights(ClockKind kind, int limit, String blue, String yellow, String red) {
        var ledger = new Ledger(
                kind, limit, limit, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, at("2026-03-02T10:00"), List.of());

        assertLights(reckon(ledger), blue, yellow, red);
    }

    @Test
    void aPromiseOfThreeDaysOrLessIsBlueFromTheStart() {
        assertThat(reckon(aCase("2026-03-02T10:00", 3, 20)).begins(Light.BLUE)).isEqualTo(at("2026-03-02T10:00"));
        assertThat(reckon(aCase("2026-03-02T10:00", 1, 20)).begins(Light.BLUE)).isEqualTo(at("2026-03-02T10:00"));
        assertThat(reckon(aCase("2026-03-07T20:00", 3, 20)).begins(Light.BLUE)).isEqualTo(at("2026-03-07T20:00"));
    }

    @Test
    void aSpecialProcedureThatEndsEarlyCountsOnlyAsLongAsItTook() {
        var open = aCase("2026-03-02T10:00", 7, 10).with(specialProcedure("2026-03-03T10:00", 5));
        var ended = open.with(entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, "2026-03-05T14:00"));

        assertThat(reckon(open).begins(Light.YELLOW)).isEqualTo(at("2026-03-18T10:00"));
        assertThat(reckon(ended).begins(Light.YELLOW)).isEqualTo(at("2026-03-13T14:00"));
    }

    @Test
    void aSpecialProcedureThatTakesLongerThanAskedForCountsOnlyAsAskedFor() {
        var ended = aCase("2026-03-02T10:00", 7, 10)
                .with(specialProcedure("2026-03-03T10:00", 2))
                .with(entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, "2026-03-10T10:00"));

        assertThat(reckon(ended).begins(Light.YELLOW)).isEqualTo(at("2026-03-13T10:00"));
        assertThat(reckon(ended).used(at("2026-03-10T10:00"))).isEqualTo(4);
    }

    @Test
    void whileASpecialProcedureIsOpenNothingIsUsed() {
        var clock = reckon(aCase("2026-03-02T10:00", 7, 10).with(specialProcedure("2026-03-03T12:00", 5)));

        assertThat(clock.used(at("2026-03-03T12:00"))).isEqualTo(2);
        assertThat(clock.used(at("2026-03-10T12:00"))).isEqualTo(2);
        assertThat(clock.used(at("2026-03-11T10:00:01"))).isEqualTo(3);
    }

    @Test
    void aLightThatBeganBeforeASpecialProcedureStays() {
        var clock = reckon(aCase("2026-03-02T10:00", 7, 10).with(specialProcedure("2026-03-06T12:00", 5)));

        assertLights(clock, "2026-03-06T10:00", "2026-03-18T10:00", "2026-03-23T10:00");
        assertThat(clock.light(at("2026-03-10T12:00"))).isEqualTo(Light.BLUE);
    }

    @Test
    void aStopWithoutDaysMovesTheLimitsWhenItEnds() {
        var stopped = aCase("2026-03-02T10:00", 7, 10).with(entry(Ledger.Act.STOPPED, "2026-03-03T10:00"));
        var resumed = stopped.with(entry(Ledger.Act.RESUMED, "2026-03-09T10:00"));

        assertLights(reckon(stopped), null, null, null);
        assertThat(reckon(stopped).used(at("2026-06-01T10:00"))).isEqualTo(1);
        assertLights(reckon(resumed), "2026-03-12T10:00", "2026-03-17T10:00", "2026-03-20T10:00");
    }

    @Test
    void anExtensionMovesBothLimitsButUndoesNoBreach() {
        var clock = aCase("2026-03-02T10:00", 7, 10);

        assertLights(
                reckon(clock.with(extension("2026-03-10T10:00", 10))),
                "2026-03-20T10:00",
                "2026-03-25T10:00",
                "2026-03-30T10:00");
        var late = reckon(clock.with(extension("2026-03-12T10:00", 10)));
        assertThat(late.begins(Light.YELLOW)).isEqualTo(at("2026-03-11T10:00"));
        assertThat(late.begins(Light.RED)).isEqualTo(at("2026-03-30T10:00"));
        assertThat(late.light(at("2026-03-20T10:00"))).isEqualTo(Light.YELLOW);
    }

    @Test
    void aFinishedClockKeepsTheLightItHad() {
        var clock = reckon(aCase("2026-03-02T10:00", 7, 10).with(entry(Ledger.Act.FINISHED, "2026-03-06T15:00")));

        assertThat(clock.light(at("2026-06-01T10:00"))).isEqualTo(Light.BLUE);
        assertThat(clock.used(at("2026-06-01T10:00"))).isEqualTo(5);
        assertThat(clock.remaining(at("2026-06-01T10:00"))).isEqualTo(2);
    }

    @Test
    void aLimitThatReachesAYearWithoutANoticeIsProvisional() {
        assertThat(reckon(aCase("2026-12-01T10:00", 5, 20)).provisional()).isFalse();
        assertThat(reckon(aCase("2026-12-15T10:00", 5, 20)).provisional()).isTrue();
        assertThat(reckon(aCase("2026-12-15T10:00", 5, 30, LimitUnit.CALENDAR_DAY, CountingRule.EXACT_TIME))
                        .provisional())
                .isFalse();
    }

    private static Reckoning in2018(Ledger ledger) {
        return new Reckoning(ledger, Samples.weekendsOnly(2018), lights(ClockKind.CASE));
    }

    private static void assertLights(Reckoning clock, String blue, String yellow, String red) {
        assertThat(clock.begins(Light.BLUE)).as("blue").isEqualTo(blue == null ? null : at(blue));
        assertThat(clock.begins(Light.YELLOW)).as("yellow").isEqualTo(yellow == null ? null : at(yellow));
        assertThat(clock.begins(Light.RED)).as("red").isEqualTo(red == null ? null : at(red));
    }
}
