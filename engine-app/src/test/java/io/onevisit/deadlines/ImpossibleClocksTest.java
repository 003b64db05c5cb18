package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.problems.Problem;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What clocks make of dates, limits and special procedures that cannot be: a sentence, and nothing in the ledger. */
@PlatformTest
class ImpossibleClocksTest {

    private static final Instant MONDAY = at("2026-03-02T10:00");

    @Autowired
    Clocks clocks;

    @ParameterizedTest
    @CsvSource({"1899-12-31T10:00, 1899", "2201-01-02T10:00, 2201", "2023-03-02T10:00, 2023"})
    void aClockDoesNotStartInAYearWithoutACalendar(String start, int year) {
        var no = "4302002026030200000" + year;
        refused("calendar-missing", "没有 " + year + " 年的工作日历", () -> clocks.start(no, terms(7, 10), at(start)));
        assertThat(clocks.of(no)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000", "7, 10000", "-1, 10"})
    void aClockDoesNotStartWithALimitThatIsASlipOfThePen(int promised, int statutory) {
        var no = "43020020260302001" + promised;
        refused("limit-invalid", "0 至 3650 之间", () -> clocks.start(no, terms(promised, statutory), MONDAY));
        assertThat(clocks.of(no)).isEmpty();
    }

    @Test
    void theLongestLimitSaysWhichYearIsMissing() {
        var no = "4302002026030200200010";
        refused("calendar-missing", "年的工作日历", () -> clocks.start(no, terms(3650, 3650), MONDAY));
        assertThat(clocks.of(no)).isEmpty();
    }

    @Test
    void aLimitOfZeroIsDueWhenItStarts() {
        var no = "4302002026030200200020";
        clocks.start(no, terms(0, 10), MONDAY);

        var face = clocks.face(no, at("2026-03-02T10:01"));
        assertThat(face.promisedDueAt()).isEqualTo(MONDAY);
        assertThat(face.light()).isEqualTo(Light.YELLOW);
        assertThat(face.remainingDays()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, 10_000})
    void aSpecialProcedureTakesDaysThatCanBe(int days) {
        var no = "430200202603020030" + days;
        clocks.start(no, terms(7, 10), MONDAY);

        refused("days-invalid", "天数", () -> procedure(no, days, "2026-03-04T10:00"));
        assertThat(clocks.face(no, at("2026-03-05T10:00")).entries()).hasSize(1);
        assertThat(clocks.of(no)).as("no clock of its own").hasSize(1);
    }

    @Test
    void aSpecialProcedureBeyondTheCalendarIsRefusedWhole() {
        var no = "4302002026030200400010";
        clocks.start(no, terms(7, 10), MONDAY);

        refused("calendar-missing", "年的工作日历", () -> procedure(no, 3650, "2026-03-04T10:00"));
        assertThat(clocks.face(no, at("2026-03-05T10:00")).promisedDueAt()).isEqualTo(at("2026-03-11T10:00"));
        assertThat(clocks.of(no)).hasSize(1);
    }

    @Test
    void specialProceduresDoNotOverlap() {
        var no = "4302002026030200400020";
        clocks.start(no, terms(7, 10), MONDAY);
        procedure(no, 3, "2026-03-04T10:00");

        refused("special-procedure-open", "已有特别程序尚未结束", () -> procedure(no, 3, "2026-03-05T10:00"));
        assertThat(clocks.face(no, at("2026-03-06T10:00")).promisedDueAt()).isEqualTo(at("2026-03-16T10:00"));
        assertThat(clocks.of(no)).as("the case and its one procedure").hasSize(2);
    }

    @Test
    void aSpecialProcedureReportedToHaveEndedBeforeItStartedTookNoTime() {
        var no = "4302002026030200400030";
        clocks.start(no, terms(7, 10), MONDAY);
        procedure(no, 3, "2026-03-04T10:00");
        clocks.endSpecialProcedure(no, at("2026-03-03T10:00"));

        var face = clocks.face(no, at("2026-03-05T10:00"));
        assertThat(face.promisedDueAt()).as("as if there had been none").isEqualTo(at("2026-03-11T10:00"));
        assertThat(face.entries().get(2).at()).as("counted from").isEqualTo(at("2026-03-04T10:00"));
        assertThat(face.entries().get(2).statedAt()).as("and said to be").isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void aRunningCaseOfAnAbolishedCountyKeepsItsCode() {
        var no = "4301222026030200000011";
        clocks.start(no, in("430122"), MONDAY);

        assertThat(clocks.face(no, MONDAY).promisedDueAt()).isEqualTo(at("2026-03-11T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"990000", "here", ""})
    void aRegionNobodyHasACalendarForIsSaid(String region) {
        var no = "4302002026030200500010";
        refused("calendar-none", "没有地区 " + region + " 的工作日历", () -> clocks.start(no, in(region), MONDAY));
        assertThat(clocks.of(no)).isEmpty();
    }

    private void procedure(String no, int days, String at) {
        clocks.startSpecialProcedure(no, days, "专家评审", "行政许可法第四十五条", at(at));
    }

    private static void refused(String code, String sentence, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
                .hasMessageContaining(sentence);
    }

    private static Clocks.Terms terms(int promised, int statutory) {
        return terms(promised, statutory, "430200");
    }

    private static Clocks.Terms in(String region) {
        return terms(7, 10, region);
    }

    private static Clocks.Terms terms(int promised, int statutory, String region) {
        return new Clocks.Terms(
                promised, statutory, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, region, "impossible");
    }
}
