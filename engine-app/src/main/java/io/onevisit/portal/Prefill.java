package io.onevisit.portal;

import io.onevisit.bundles.FieldDictionary;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Values the platform knows already, taken from the applicant's own licenses; each says where it is from. */
@Component
class Prefill {

    private static final Set<String> ORGANISATION = Set.of("organisationName", "organisationCode");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Licenses licenses;
    private final FieldDictionary dictionary;

    Prefill(Licenses licenses, FieldDictionary dictionary) {
        this.licenses = licenses;
        this.dictionary = dictionary;
    }

    /** What is known of one person, for as long as one form is made. */
    Known about(Representation representation) {
        var byType = new HashMap<String, License>();
        licenses.of(representation.applicant().idNo()).stream()
                .filter(license -> license.good(LocalDate.now(CHINA)))
                .forEach(license -> byType.putIfAbsent(license.type(), license));
        return new Known(representation, byType);
    }

    class Known {
        private final Representation representation;
        private final Map<String, License> byType;

        private Known(Representation representation, Map<String, License> byType) {
            this.representation = representation;
            this.byType = byType;
        }

        private Optional<String> ofAccount(String field) {
            var person = representation.organisation() ? representation.contact() : representation.applicant();
            return Optional.ofNullable(
                    switch (field) {
                        case "name" -> person.name();
                        case "idNo" -> person.registeredIdNo();
                        case "phone" -> person.phone();
                        case "organisationName" ->
                            representation.organisation()
                                    ? representation.applicant().name()
                                    : null;
                        case "organisationCode" ->
                            representation.organisation()
                                    ? representation.applicant().registeredIdNo()
                                    : null;
                        default -> null;
                    });
        }

        /** Which legal person applies is not for its agent to write. */
        boolean fixed(String fieldKey) {
            return representation.organisation() && ORGANISATION.contains(fieldKey);
        }

        private Origin account(String field) {
            return new Origin(
                    representation.acting() == null || (representation.organisation() && !ORGANISATION.contains(field))
                            ? "您的账号"
                            : "授权委托",
                    null);
        }

        Optional<License> license(String type) {
            return Optional.ofNullable(byType.get(type));
        }

        Optional<Value> value(String fieldKey) {
            var source =
                    dictionary.find(fieldKey).map(FieldDictionary.Field::source).orElse(null);
            if (source == null || source.license() == null) {
                return Optional.empty();
            }
            if (source.license().equals("account")) {
                return ofAccount(source.field()).map(known -> new Value(known, account(source.field())));
            }
            return license(source.license())
                    .flatMap(license -> Optional.ofNullable(license.face().get(source.field()))
                            .map(value -> new Value(value, new Origin(license.typeName(), license.issuedOn()))));
        }
    }

    record Value(Object value, Origin origin) {}

    /** Where a value is from and of which day. */
    record Origin(String label, LocalDate date) {}
}
