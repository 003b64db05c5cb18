package io.onevisit.licenses;

import io.onevisit.identity.IdNumber;
import io.onevisit.licenses.License.Holder;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the license a granted case leads to: one per case, however often it is asked for. */
@Component
@Transactional
public class Issuing {

    private static final String SERIAL_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int SERIAL_LENGTH = 20;

    private final LicenseRows rows;
    private final LicenseTypes types;
    private final SecureRandom random = new SecureRandom();

    Issuing(LicenseRows rows, LicenseTypes types) {
        this.rows = rows;
        this.types = types;
    }

    /** Notes what the deciding department says stands on the license, before it is made. */
    public void tell(String caseNo, Map<String, String> face) {
        if (!face.isEmpty()) {
            rows.tellFace(caseNo, face);
        }
    }

    /**
     * Makes the license of a case, or gives back the one made before.
     *
     * @param answers the application's answers, from which the face is filled where the department told nothing; what
     *     neither says stands as on the license it amends
     */
    public License issue(String caseNo, String typeCode, Holder applicant, Map<String, ?> answers) {
        var made = rows.ofCase(caseNo);
        if (made.isPresent()) {
            return made.get();
        }
        var type = types.type(typeCode);
        var today = Licenses.today();
        var identifier = new LicenseIdentifier(type.typeCode(), type.issuer().code(), serial(), 1);
        var validTo = type.validYears() == null ? null : today.plusYears(type.validYears());
        rows.insert(
                identifier,
                type,
                validTo,
                today,
                caseNo,
                holders(type, applicant, answers),
                face(caseNo, type, applicant, answers));
        return rows.ofCase(caseNo).orElseThrow(); // another worker may have been first
    }

    private Map<String, String> face(String caseNo, LicenseType type, Holder applicant, Map<String, ?> answers) {
        var said = new LinkedHashMap<String, String>();
        for (var field : type.face()) {
            field.answer().stream()
                    .map(answers::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(answer -> said.put(field.key(), field.word(answer)));
        }
        var face = new LinkedHashMap<>(amended(type, applicant, said));
        face.putAll(said);
        face.putAll(rows.toldFace(caseNo));
        return face;
    }

    /** What stands on the applicant's license that the application names to have it amended; nothing where it names none. */
    private Map<String, String> amended(LicenseType type, Holder applicant, Map<String, String> said) {
        var named = type.amends() == null ? null : said.get(type.amends());
        if (named == null) {
            return Map.of();
        }
        return rows.of(applicant.idNo()).stream()
                .filter(license -> license.type().equals(type.code()) && license.good(Licenses.today()))
                .filter(license -> named.equals(license.face().get(type.amends())))
                .findFirst()
                .map(License::face)
                .orElse(Map.of());
    }

    private static List<Holder> holders(LicenseType type, Holder applicant, Map<String, ?> answers) {
        var holders = new LinkedHashMap<String, Holder>();
        holders.put(applicant.idNo(), applicant);
        for (var fields : type.holders()) {
            var idNo = answers.get(fields.idNo());
            var name = answers.get(fields.name());
            if (idNo != null && name != null && IdNumber.valid(idNo.toString())) {
                holders.putIfAbsent(idNo.toString(), new Holder(name.toString(), idNo.toString()));
            }
        }
        return List.copyOf(holders.values());
    }

    private String serial() {
        return random.ints(SERIAL_LENGTH, 0, SERIAL_ALPHABET.length())
                .mapToObj(i -> SERIAL_ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
