package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproverGroupTest {

    private static final Decision decision = Decision.of("shared", "approver-group");

    @ParameterizedTest
    @CsvSource({
        "health         , dept-health",
        "police         , dept-police",
        "insurance      , dept-insurance",
        "human-resources, dept-human-resources",
        "tax            , dept-tax",
        "unknown        ,",
    })
    void aDepartmentsCasesGoToItsOwnApprovers(String department, String group) {
        assertThat(decision.on(Map.of("department", department))).isEqualTo(group);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
