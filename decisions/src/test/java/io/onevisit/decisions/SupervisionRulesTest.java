package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionRulesTest {

    private static final Decision decision = Decision.of("shared", "supervision-rules");

    @ParameterizedTest
    @CsvSource({
        // kind | light | how it is issued | needs feedback | within working days | told up to
        "CASE,                 BLUE,   AUTOMATIC, false, 0, BLUE",
        "CASE,                 YELLOW, AUTOMATIC, true,  5, YELLOW",
        "CASE,                 RED,    AUTOMATIC, true,  3, RED",
        "SPECIAL_PROCEDURE,    RED,    AUTOMATIC, true,  3, RED",
        "ONLINE_PREACCEPTANCE, YELLOW, AUTOMATIC, true,  5, YELLOW",
        "LICENSE_ISSUE,        YELLOW, AUTOMATIC, true,  5, YELLOW",
        "CONSULTATION,         BLUE,   AUTOMATIC, false, 0, BLUE",
        "COMPLAINT,            RED,    AUTOMATIC, true,  3, RED",
        "COMMITMENT,           BLUE,   AUTOMATIC, false, 0, BLUE",
        "LINK,                 YELLOW, MANUAL,    true,  5, YELLOW",
        "BUNDLE,               YELLOW, MANUAL,    true,  5, YELLOW",
        "COMMITMENT,           RED,    MANUAL,    true,  3, RED",
        "CARD_FEEDBACK,        YELLOW, AUTOMATIC, false, 0, YELLOW",
    })
    void everyLightIsIssuedByARule(
            String kind, String light, String mode, boolean needsFeedback, int days, String recipients) {
        assertThat(decision.rows(Map.of("kind", kind, "light", light, "itemType", "01", "region", "430102")))
                .containsExactly(Map.of(
                        "enabled", true,
                        "mode", mode,
                        "needsFeedback", needsFeedback,
                        "feedbackDays", days,
                        "recipients", recipients,
                        "message", ""));
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
