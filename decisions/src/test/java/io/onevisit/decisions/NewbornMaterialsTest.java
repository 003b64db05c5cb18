package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewbornMaterialsTest {

    private static final Decision decision = Decision.of("newborn", "newborn-materials");

    @ParameterizedTest
    @CsvSource({
        // item | certificate held | in wedlock || materials, ? = where the applicant has it
        "birthCertificate     , false, true , mother-id father-id marriage-certificate",
        "birthCertificate     , false, false, mother-id father-id?",
        "vaccinationRecord    , true , true , mother-id birth-certificate",
        "vaccinationRecord    , false, true , mother-id birth-certificate?",
        "fertilityRegistration, true , true , mother-id father-id",
        "fertilityRegistration, true , false, mother-id father-id?",
        "birthRegistration    , true , true , mother-id father-id marriage-certificate household-register birth-certificate",
        "birthRegistration    , false, false, mother-id father-id? household-register birth-certificate?",
        "medicalInsurance     , true , true , mother-id birth-certificate",
        "socialSecurityCard   , true , false, mother-id birth-certificate",
        "insurancePayment     , true , true , mother-id birth-certificate",
        "maternityBenefit     , true , true , mother-id birth-certificate bank-account-proof?",
        "parentingGuidance    , false, true , mother-id birth-certificate?",
        "somethingElse        , true , true , ''",
    })
    void anItemAsksForWhatItNeeds(String item, boolean held, boolean inWedlock, String materials) {
        var needed = decision.rows(Map.of("item", item, "certificateHeld", held, "inWedlock", inWedlock)).stream()
                .map(row -> row.get("material") + ((boolean) row.get("required") ? "" : "?"));

        assertThat(needed).containsExactlyInAnyOrder(materials.isEmpty() ? new String[0] : materials.split(" "));
    }

    @AfterAll
    static void everyRuleHasAnExample() {
        assertThat(decision.untried()).isEmpty();
    }
}
