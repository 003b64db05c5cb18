package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuePriorityTest {

    private static final Decision decision = Decision.of("shared", "queue-priority");

    @ParameterizedTest
    @CsvSource({"APPOINTMENT, 60", "DISABLED, 40", "ELDER, 40", "SOLDIER, 40", "EXPECTING, 30"})
    void whoHasAReasonComesAsIfTheyHadArrivedEarlier(String claim, int minutes) {
        assertThat(decision.rows(Map.of("claim", claim))).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("minutes", minutes));
    }

    @Test
    void whoHasNoneComesWhenTheyCame() {
        assertThat(decision.rows(Map.of("claim", "HURRY"))).isEmpty();
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
