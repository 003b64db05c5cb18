package io.onevisit.portal;

import io.onevisit.bundles.FieldDictionary;
import io.onevisit.identity.Account;
import io.onevisit.licenses.License;
import io.onevisit.licenses.Licenses;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Values the platform knows already, taken from the applicant's own licenses; each says where it is from. */
@Component
class Prefill {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Licenses licenses;
    private final FieldDictionary dictionary;

    Prefill(Licenses licenses, FieldDictionary dictionary) {
        this.licenses = licenses;
        this.dictionary = dictionary;
    }

    /** What is known of one person, for as long as one form is made. */
    Known about(Account person) {
        var byType = new HashMap<String, License>();
        licenses.of(person.idNo()).stream()
                .filter(license -> license.good(LocalDate.now(CHINA)))
                .forEach(license -> byType.putIfAbsent(license.type(), license));
        return new Known(person, byType);
    }

    class Known {
        private final Account person;
        private final Map<String, License> byType;

        private Known(Account person, Map<String, License> byType) {
            this.person = person;
            this.byType = byType;
        }

        private Optional<String> ofAccount(String field) {
            return Optional.ofNullable(
                    switch (field) {
                        case "name" -> person.name();
                        case "idNo" -> person.registeredIdNo();
                        case "phone" -> person.phone();
                        default -> null;
                    });
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
                return ofAccount(source.field()).map(known -> new Value(known, new Origin("您的账号", null)));
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
