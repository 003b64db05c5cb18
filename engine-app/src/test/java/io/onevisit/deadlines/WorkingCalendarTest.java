package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.PROVINCE;
import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        // an ordinary Friday, Saturday and Sunday
        "2026-03-06, true",
        "2026-03-07, false",
        "2026-03-08, false",
        // make-up Sundays and Saturdays
        "2025-01-26, true",
        "2026-01-04, true",
        "2026-02-14, true",
        "2026-02-28, true",
        "2024-10-12, true",
        // holidays on weekdays
        "2024-02-12, false",
        "2025-10-08, false",
        "2026-02-23, false",
        "2026-10-07, false",
        // the first day after them
        "2025-10-09, true",
        "2026-02-24, true",
        "2026-10-08, true",
    })
    void theYearlyNoticesSayWhichDaysAreWorked(LocalDate day, boolean worked) {
        assertThat(PROVINCE.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({"2025-09-30, 2025-10-09", "2025-10-10, 2025-10-11", "2026-02-14, 2026-02-24", "2025-12-31, 2026-01-04"})
    void theNextWorkingDaySkipsHolidaysAndTakesMakeUpDays(LocalDate day, LocalDate next) {
        assertThat(PROVINCE.nextWorkingDay(day)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void everyYearHasItsNumberOfWorkingDays(int year, long days) {
        var first = LocalDate.of(year, 1, 1);

        var worked = first.datesUntil(first.plusYears(1))
                .filter(PROVINCE::isWorkingDay)
                .count();

        assertThat(worked).isEqualTo(days);
    }

    @Test
    void aYearWithoutANoticeIsProvisionalAndStillKnowsTheDaysFixedByLaw() {
        var newYear = LocalDate.of(2027, 1, 1);

        assertThat(PROVINCE.provisional(newYear.minusDays(1), newYear)).isTrue();
        assertThat(PROVINCE.provisional(newYear.minusDays(9), newYear.minusDays(1)))
                .isFalse();
        assertThat(PROVINCE.isWorkingDay(newYear)).isFalse();
        assertThat(PROVINCE.isWorkingDay(LocalDate.of(2027, 2, 5))).isFalse();
        assertThat(PROVINCE.isWorkingDay(LocalDate.of(2027, 2, 9))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31T12:00, 2023", "2031-06-01T09:00, 2031"})
    void aYearOutsideTheDataIsAnErrorInWords(String time, int year) {
        assertThatThrownBy(() -> PROVINCE.worked(at(time)))
                .isInstanceOf(OutsideCalendar.class)
                .hasMessage("没有 " + year + " 年的工作日历（现有 2024—2028 年），请先发布该年度的放假安排。");
    }

    @Test
    void workingTimeRunsOnlyInOfficeHours() {
        var evening = PROVINCE.worked(at("2026-03-06T20:00"));

        assertThat(evening).isEqualTo(PROVINCE.worked(at("2026-03-09T08:59:59")));
        assertThat(PROVINCE.worked(at("2026-03-09T09:00:01")) - evening).isEqualTo(WorkingCalendar.SECOND);
        assertThat(PROVINCE.first(evening)).isEqualTo(at("2026-03-06T17:00"));
        assertThat(PROVINCE.last(evening)).isEqualTo(at("2026-03-09T09:00"));
    }

    @Test
    void aBorderBetweenYearsIsTheEndOfOneAndTheBeginningOfTheOther() {
        var border = PROVINCE.worked(at("2025-12-31T17:00"));

        assertThat(PROVINCE.first(border)).isEqualTo(at("2025-12-31T17:00"));
        assertThat(PROVINCE.last(border)).isEqualTo(at("2026-01-04T09:00"));
    }

    @Test
    void halfDaysAndLunchBreaksCountAsLongAsTheyAre() {
        var day = LocalDate.of(2026, 3, 2);
        var plan = new YearPlan(
                2026,
                true,
                "示例",
                List.of(Hours.parse("09:00-12:00"), Hours.parse("13:30-18:00")),
                Set.of(),
                Set.of(),
                Map.of(day, List.of(Hours.parse("09:00-12:00"))));
        var calendar = new WorkingCalendar("430100", 1, List.of(plan));

        assertThat(calendar.standardDay(day))
                .isEqualTo(7 * 3600 * WorkingCalendar.SECOND + 1800 * WorkingCalendar.SECOND);
        var before = calendar.worked(at("2026-03-02T11:00"));
        assertThat(calendar.worked(at("2026-03-03T13:00")) - before).isEqualTo(4 * 3600 * WorkingCalendar.SECOND);
        assertThat(calendar.first(before + 4 * 3600 * WorkingCalendar.SECOND)).isEqualTo(at("2026-03-03T12:00"));
        assertThat(calendar.last(before + 4 * 3600 * WorkingCalendar.SECOND)).isEqualTo(at("2026-03-03T13:30"));
    }

    @Test
    void aDayThatIsBothOffAndWorkedIsRefused() {
        var day = Set.of(LocalDate.of(2026, 5, 1));

        assertThatThrownBy(
                        () -> new YearPlan(2026, true, "示例", List.of(Hours.parse("09:00-17:00")), day, day, Map.of()))
                .hasMessage("2026-05-01 不能既放假又上班");
    }
}
