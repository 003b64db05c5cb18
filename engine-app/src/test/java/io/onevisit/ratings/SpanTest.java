package io.onevisit.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.problems.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Test
    void withoutDaysItIsTheLastThirty() {
        assertThat(Span.scanned(null, null, TODAY)).isEqualTo(new Span(LocalDate.of(2026, 10, 17), TODAY));
        assertThat(Span.scanned(null, LocalDate.of(2026, 3, 31), TODAY).from()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, 1900-02-01, day-outside",
        "2200-12-01, 2201-01-01, day-outside",
        "-999999999-01-01, 2026-01-01, day-outside",
        "2026-01-01, +999999999-12-31, day-outside",
        "2026-02-02, 2026-02-01, days-reversed",
        "2024-11-15, 2026-11-16, days-too-many",
    })
    void whatCannotBeAskedForIsSaidInASentence(LocalDate from, LocalDate to, String code) {
        assertThatThrownBy(() -> Span.scanned(from, to, TODAY))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void twoYearsAreLookedAtAndAnyLengthIsCountedFromTheRollUp() {
        assertThatCode(() -> Span.scanned(LocalDate.of(2024, 11, 16), TODAY, TODAY))
                .doesNotThrowAnyException();
        assertThatCode(() -> Span.rolledUp(LocalDate.of(1900, 1, 1), LocalDate.of(2200, 12, 31), TODAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"-1", "501", "2147483647"})
    void pagesEnd(int page) {
        assertThatThrownBy(() -> Span.page(page))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("page-outside"));
    }
}
