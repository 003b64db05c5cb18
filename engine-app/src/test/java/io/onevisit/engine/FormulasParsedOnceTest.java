package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class FormulasParsedOnceTest {

    private final FeelEngine feel = FormulasParsedOnce.factory().createInstance();

    @Test
    void aFormulaKnownFromBeforeIsEvaluatedWithTheFactsOfNow() {
        var formula = "\"dept-\" + department";

        assertThat(feel.<String>evaluateSimpleExpression(formula, facts("department", "health")))
                .isEqualTo("dept-health");
        assertThat(feel.<String>evaluateSimpleExpression(formula, facts("department", "police")))
                .isEqualTo("dept-police");
    }

    @Test
    void theSameTextIsOneThingAsATestAndAnotherAsAnExpression() {
        assertThat(feel.<Number>evaluateSimpleExpression("3", facts("load", 4)).intValue())
                .isEqualTo(3);
        assertThat(feel.evaluateSimpleUnaryTests("3", "load", facts("load", 3))).isTrue();
        assertThat(feel.evaluateSimpleUnaryTests("3", "load", facts("load", 4))).isFalse();
        assertThat(feel.<Number>evaluateSimpleExpression("3", facts("load", 3)).intValue())
                .isEqualTo(3);
    }

    @Test
    void builtInFunctionsAnswerAndAMissingFactIsNull() {
        assertThat(feel.<Boolean>evaluateSimpleExpression("starts with(region, \"4301\")", facts("region", "430102")))
                .isTrue();
        assertThat(feel.<Object>evaluateSimpleExpression("region", facts("load", 1)))
                .isNull();
        assertThat(feel.<Boolean>evaluateSimpleExpression("load > 3", facts("load", 4)))
                .isTrue();
    }

    @Test
    void whatCannotBeParsedIsRefusedEachTime() {
        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(() -> feel.evaluateSimpleExpression("1 +", facts("load", 1)))
                    .isInstanceOf(FeelException.class)
                    .hasMessageContaining("failed to parse expression");
        }
    }

    private static VariableContext facts(String name, Object value) {
        return Variables.fromMap(Map.of(name, value)).asVariableContext();
    }
}
