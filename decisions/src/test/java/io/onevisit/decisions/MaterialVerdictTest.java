package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialVerdictTest {

    private static final Decision decision = Decision.of("shared", "material-verdict");

    @ParameterizedTest
    @CsvSource({
        // missing | unreadable | mismatches | confidence | verdict
        "0, 0, 0, 1.0 , accept",
        "0, 0, 0, 0.8 , accept",
        "0, 0, 0, 0.79, review",
        "0, 1, 0, 1.0 , review",
        "0, 0, 1, 0.99, review",
        "0, 2, 3, 0.1 , review",
        "1, 0, 0, 1.0 , supplement",
        "1, 1, 1, 0.1 , supplement",
    })
    void whatIsMissingIsSupplementedAndWhatIsDoubtfulIsReviewed(
            int missing, int unreadable, int mismatches, double confidence, String verdict) {
        assertThat(decision.on(Map.of(
                        "missingMaterials", missing,
                        "unreadableMaterials", unreadable,
                        "mismatches", mismatches,
                        "lowestConfidence", confidence)))
                .isEqualTo(verdict);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
