package io.onevisit.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    private static final Map<String, Integer> ALL = Map.of(
            "birthCertificate", 1,
            "vaccinationRecord", 4,
            "birthRegistration", 3,
            "medicalInsurance", 2,
            "insurancePayment", 1,
            "socialSecurityCard", 5,
            "maternityBenefit", 7);

    @Test
    void theLongestChainOfANewbornFollowsTheDrawnOrder() throws IOException {
        var chain = CriticalPath.of(newborn(), ALL);

        assertThat(chain.items()).containsExactly("birthCertificate", "birthRegistration", "socialSecurityCard");
        assertThat(chain.days()).isEqualTo(9);
    }

    @Test
    void whatWasNotChosenTakesNoTime() throws IOException {
        var chain = CriticalPath.of(newborn(), Map.of("vaccinationRecord", 4, "birthRegistration", 3));

        assertThat(chain).isEqualTo(new CriticalPath.Chain(List.of("vaccinationRecord"), 4));
    }

    @Test
    void aWayBackIsCountedOnce() {
        var model =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="p">
                    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
                    <callActivity id="a"><extensionElements><camunda:in businessKey="${one}"/></extensionElements></callActivity>
                    <sequenceFlow id="f2" sourceRef="a" targetRef="g"/><exclusiveGateway id="g"/>
                    <sequenceFlow id="f3" sourceRef="g" targetRef="a"/>
                    <sequenceFlow id="f4" sourceRef="g" targetRef="b"/>
                    <callActivity id="b"><extensionElements><camunda:in businessKey="${two}"/></extensionElements></callActivity>
                  </process>
                </definitions>""";

        assertThat(CriticalPath.of(model.getBytes(StandardCharsets.UTF_8), Map.of("one", 3, "two", 2)))
                .isEqualTo(new CriticalPath.Chain(List.of("one", "two"), 5));
    }

    private static byte[] newborn() throws IOException {
        return Files.readAllBytes(Path.of("../processes/newborn/newborn.bpmn"));
    }
}
