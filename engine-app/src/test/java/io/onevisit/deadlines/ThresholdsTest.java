package io.onevisit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.PlatformTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the published decision table must answer: the lights of the supervision rules, for every kind. */
@PlatformTest
class ThresholdsTest {

    @Autowired
    Thresholds thresholds;

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void thePublishedTableGivesTheLightsOfTheSupervisionRules(ClockKind kind) {
        var found = thresholds.of(kind, "430102");

        assertThat(found.lights())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("rule")
                .containsExactlyElementsOf(Samples.lights(kind));
        assertThat(found.lights())
                .extracting(Threshold::rule)
                .allMatch(rule -> rule.endsWith("Blue") || rule.endsWith("Yellow") || rule.endsWith("Red"));
        assertThat(found.version()).isPositive();
    }
}
