package io.onevisit.licenses;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What licenses of one type look like.
 *
 * @param typeCode the 21 characters that stand for the type in an identifier
 * @param validYears years from issue to expiry, {@code null} where it does not expire
 * @param family whether its holders are one family, so that one may consent to the use of the other's license
 * @param amends the field of the face by which an application names the license it amends (变更): what it does not say then
 *     stands as there; {@code null} where each is made anew
 * @param holders fields of the application that name its holders beside the applicant
 */
public record LicenseType(
        String code,
        String name,
        String typeCode,
        Issuer issuer,
        Integer validYears,
        boolean family,
        String amends,
        List<HolderFields> holders,
        List<FaceField> face) {

    public LicenseType {
        holders = holders == null ? List.of() : List.copyOf(holders);
    }

    public Optional<FaceField> field(String key) {
        return face.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** @param code the authority's credit code */
    public record Issuer(String name, String code) {}

    public record HolderFields(String name, String idNo) {}

    /**
     * @param answer the fields of the application that fill it when a license is made: the first that was answered
     * @param values words for coded answers
     */
    public record FaceField(
            String key,
            String label,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> answer,
            Map<String, String> values) {

        public FaceField {
            answer = answer == null ? List.of() : List.copyOf(answer);
            values = values == null ? Map.of() : Map.copyOf(values);
        }

        public String word(Object value) {
            return values.getOrDefault(value.toString(), value.toString());
        }
    }
}
