package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataCheckTest {

    private static final Decision decision = Decision.of("shared", "data-check");

    @ParameterizedTest
    @CsvSource({
        "0, grant", //
        "1, deny",
        "4, deny",
    })
    void completeDataIsGranted(int missing, String outcome) {
        assertThat(decision.on(Map.of("missingMaterials", missing))).isEqualTo(outcome);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
