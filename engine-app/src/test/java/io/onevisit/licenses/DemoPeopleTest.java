package io.onevisit.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.onevisit.catalogue.CreditCode;
import io.onevisit.identity.IdNumber;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The demonstration's people and papers hold together. */
class DemoPeopleTest {

    @Test
    void everyIdentityNumberIsValid() throws IOException {
        var numbers = people().flatMap(one -> Stream.of(one, one.path("spouse")))
                .map(one -> one.path("idNo").asText());

        assertThat(numbers).hasSize(8).allMatch(IdNumber::valid);
    }

    @Test
    void everyFamilyHasItsFourPapers() throws IOException {
        var licenses = read("demo/licenses.yaml").path("licenses");

        for (var person : people().toList()) {
            assertThat(typesOf(person.path("idNo").asText(), licenses))
                    .containsExactlyInAnyOrder("resident-id", "marriage-certificate", "household-register");
            assertThat(typesOf(person.path("spouse").path("idNo").asText(), licenses))
                    .containsExactlyInAnyOrder("resident-id", "marriage-certificate", "household-register");
        }
    }

    @Test
    void everyAuthorityHasAValidCreditCode() throws IOException {
        var file = read("catalogue/license-types.yaml");
        var types = new YAMLMapper().convertValue(file.path("types"), LicenseType[].class);

        assertThat(types).isNotEmpty().allSatisfy(type -> {
            assertThat(CreditCode.valid(type.issuer().code())).isTrue();
            assertThat(type.typeCode()).hasSize(21);
            assertThat(CreditCode.valid(type.typeCode().substring(0, 18))).isTrue();
        });
    }

    private static Stream<String> typesOf(String idNo, JsonNode licenses) {
        return StreamSupport.stream(licenses.spliterator(), false)
                .filter(license ->
                        license.path("holders").findValuesAsText("idNo").contains(idNo))
                .map(license -> license.path("type").asText());
    }

    private static Stream<JsonNode> people() throws IOException {
        return StreamSupport.stream(read("demo/people.yaml").path("people").spliterator(), false);
    }

    private static JsonNode read(String file) throws IOException {
        return new YAMLMapper().readTree(new ClassPathResource(file).getInputStream());
    }
}
