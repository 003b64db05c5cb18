package io.onevisit.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOfYearTest {

    @ParameterizedTest
    @CsvSource({
        // now in UTC, the day, its end in UTC
        "2026-05-20T01:00:00Z, --06-30, 2026-06-30T16:00:00Z",
        "2026-06-30T15:59:59Z, --06-30, 2026-06-30T16:00:00Z",
        "2026-06-30T16:00:00Z, --06-30, 2027-06-30T16:00:00Z",
        "2026-12-31T20:00:00Z, --01-01, 2027-01-01T16:00:00Z",
        "2027-01-10T00:00:00Z, --02-29, 2027-02-28T16:00:00Z"
    })
    void endsWithTheDayInChinaThisYearOrTheNext(Instant now, String day, Instant end) {
        assertThat(DayOfYear.next(day, Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(end);
    }

    @Test
    void whatIsNoDaySaysHowToWriteOne() {
        assertThatThrownBy(() -> DayOfYear.next("6月30日", Clock.systemUTC()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("--06-30");
    }
}
