package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewbornItemsTest {

    private static final List<String> ITEMS = List.of(
            "birthCertificate",
            "vaccinationRecord",
            "fertilityRegistration",
            "birthRegistration",
            "medicalInsurance",
            "socialSecurityCard",
            "insurancePayment",
            "maternityBenefit",
            "parentingGuidance");

    private static final Decision decision = Decision.of("newborn", "newborn-items");

    @ParameterizedTest
    @CsvSource({
        // held | in institution | months | region || certificate | registration | fertility | others
        "false, true , 0 , 430100, mandatory, offered , offered, offered",
        "true , true , 1 , 430100, no       , offered , offered, offered",
        "true , false, 11, 430000, no       , offered , offered, offered",
        "true , true , 1 , 440100, no       , offered , no     , offered",
        "false, false, 1 , 430100, no       , no       , no     , no",
        "true , true , 12, 430100, no       , no       , no     , no",
        "false, true , 30, 430100, no       , no       , no     , no",
    })
    void aFamilyIsOfferedWhatFitsItsSituation(
            boolean held,
            boolean inInstitution,
            int months,
            String region,
            String certificate,
            String registration,
            String fertility,
            String others) {
        var offers = offers(held, inInstitution, months, region);

        assertThat(offers.get("birthCertificate")).isEqualTo(certificate);
        assertThat(offers.get("birthRegistration")).isEqualTo(registration);
        assertThat(offers.get("fertilityRegistration")).isEqualTo(fertility);
        assertThat(List.of(
                        offers.get("vaccinationRecord"),
                        offers.get("medicalInsurance"),
                        offers.get("socialSecurityCard"),
                        offers.get("insurancePayment"),
                        offers.get("maternityBenefit"),
                        offers.get("parentingGuidance")))
                .containsOnly(others);
    }

    static Stream<Map<String, Object>> everySituation() {
        var situations = new ArrayList<Map<String, Object>>();
        for (var held : List.of(true, false)) {
            for (var inInstitution : List.of(true, false)) {
                for (var months : List.of(0, 11, 12, 40)) {
                    for (var region : List.of("430000", "430100", "110000")) {
                        situations.add(facts(held, inInstitution, months, region));
                    }
                }
            }
        }
        return situations.stream();
    }

    @ParameterizedTest
    @MethodSource("everySituation")
    void everyItemIsAnsweredOnceInEverySituationWithAReason(Map<String, Object> situation) {
        var rows = decision.rows(situation);

        assertThat(rows.stream().map(row -> row.get("item"))).containsExactlyInAnyOrderElementsOf(ITEMS);
        assertThat(rows)
                .allSatisfy(row -> assertThat((String) row.get("reason")).isNotBlank());
    }

    private static Map<String, String> offers(boolean held, boolean inInstitution, int months, String region) {
        var offers = new HashMap<String, String>();
        decision.rows(facts(held, inInstitution, months, region))
                .forEach(row -> offers.put(
                        (String) row.get("item"),
                        (boolean) row.get("mandatory")
                                ? "mandatory"
                                : (boolean) row.get("applies") ? "offered" : "no"));
        return offers;
    }

    private static Map<String, Object> facts(boolean held, boolean inInstitution, int months, String region) {
        return Map.of(
                "certificateHeld", held,
                "bornInInstitution", inInstitution,
                "childAgeMonths", months,
                "region", region);
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
