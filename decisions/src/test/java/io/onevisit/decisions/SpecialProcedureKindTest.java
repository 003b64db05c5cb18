package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialProcedureKindTest {

    private static final Decision decision = Decision.of("shared", "special-procedure-kind");

    @ParameterizedTest
    @CsvSource({
        "简易注销公示, public-notice",
        "乡镇公示, public-notice",
        "现场核查, on-site-inspection",
        "现场检查, on-site-inspection",
        "实地核查, on-site-inspection",
        "听证, hearing",
        "专家评审, expert-review",
        "缴费, fee-payment",
        "检验, other",
        "劳动能力鉴定, other"
    })
    void aProcedureIsCarriedOutByItsBlockElseByTheOfficer(String name, String block) {
        assertThat(decision.on(Map.of("procedure", name))).isEqualTo(block);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
