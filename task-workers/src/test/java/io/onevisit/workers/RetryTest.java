package io.onevisit.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    /** Tries left, of 100 while a neighbour is down and 4 otherwise; the pause is a quarter more or less. */
    @ParameterizedTest
    @CsvSource({", 1000", "99, 2000", "98, 4000", "97, 8000", "95, 30000", "50, 30000", "3, 2000", "2, 4000"})
    void theWaitDoublesUpToTheLongest(Integer left, long milliseconds) {
        var task = Tasks.ofCase();
        when(task.getRetries()).thenReturn(left);

        assertThat(Tasks.RETRY.pause(task)).isBetween(milliseconds * 3 / 4, milliseconds * 5 / 4);
    }
}
