package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotlineDispatchTest {

    private static final Decision decision = Decision.of("shared", "hotline-dispatch");

    @ParameterizedTest
    @CsvSource({
        "medical-insurance, true , insurance",
        "medical-insurance, false, insurance",
        "household        , true , police",
        "social-security  , false, human-resources",
        "health-service   , true , health",
        "taxation         , true , tax",
        "community        , true , district",
        "other            , true , district",
        "other            , false, line-office",
        "never heard of   , false, line-office",
    })
    void whatIsClearGoesToItsUnitTheRestToThePlaceOrTheOffice(String duty, boolean county, String unit) {
        assertThat(decision.on(Map.of("duty", duty, "county", county))).isEqualTo(unit);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
