package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineThresholdsTest {

    private static final Decision decision = Decision.of("shared", "deadline-thresholds");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // kind | blue | yellow | red: days after the limit at which the light begins
                "CASE                , PROMISED -3, PROMISED 0, STATUTORY 0",
                "SPECIAL_PROCEDURE   , PROMISED -3, PROMISED 0, PROMISED 1",
                "ONLINE_PREACCEPTANCE, PROMISED 0 , PROMISED 3, PROMISED 5",
                "LICENSE_ISSUE       , -          , PROMISED 0, -",
                "CONSULTATION        , PROMISED -3, PROMISED 0, PROMISED 1",
                "COMPLAINT           , PROMISED -3, PROMISED 0, PROMISED 1",
                "LINK                , -          , PROMISED 0, -",
                "BUNDLE              , PROMISED -3, PROMISED 0, -",
                "DEFERRED_MATERIAL   , PROMISED -3, PROMISED 0, PROMISED 1",
                "COMMITMENT          , PROMISED -3, PROMISED 0, PROMISED 1",
                "CARD_FEEDBACK       , -          , PROMISED 0, -",
                "RATING_CONTACT      , PROMISED -1, PROMISED 0, PROMISED 1",
                "RATING_RECTIFY      , PROMISED -3, PROMISED 0, PROMISED 1",
                "RATING_RECTIFY_AGAIN, PROMISED -3, PROMISED 0, PROMISED 1",
                "WORK_ORDER          , PROMISED -3, PROMISED 0, PROMISED 1",
                "WORK_ORDER_RETURN   , -          , -         , -",
                "SOMETHING_ELSE      , -          , -         , -",
            })
    void everyKindHasItsLights(String kind, String blue, String yellow, String red) {
        assertThat(light(kind, "BLUE")).isEqualTo(blue);
        assertThat(light(kind, "YELLOW")).isEqualTo(yellow);
        assertThat(light(kind, "RED")).isEqualTo(red);
    }

    private static String light(String kind, String light) {
        return decision.rows(Map.of("kind", kind)).stream()
                .filter(row -> row.get("light").equals(light))
                .map(row -> row.get("basis") + " " + row.get("offsetDays"))
                .findFirst()
                .orElse(null);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
