package io.onevisit.licenses;

import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.IdNumber;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's licenses. */
@RestController
class LicensesController {

    private final Licenses licenses;
    private final LicenseTypes types;
    private final Accounts accounts;

    LicensesController(Licenses licenses, LicenseTypes types, Accounts accounts) {
        this.licenses = licenses;
        this.types = types;
        this.accounts = accounts;
    }

    @GetMapping("/api/licenses")
    List<Shown> mine() {
        var idNo = accounts.current(Account.IN_PERSON).idNo();
        return idNo == null
                ? List.of()
                : licenses.of(idNo).stream()
                        .map(license -> shown(license, idNo))
                        .toList();
    }

    private Shown shown(License license, String idNo) {
        var holder = license.holders().stream()
                .filter(one -> one.idNo().equals(idNo))
                .findFirst()
                .orElseThrow();
        var fields = types.type(license.type()).face().stream()
                .filter(field -> license.face().containsKey(field.key()))
                .map(field -> Map.of(
                        "label", field.label(), "value", guarded(license.face().get(field.key()))))
                .toList();
        return new Shown(
                license.identifier(),
                license.typeName(),
                holder.name(),
                license.issuer(),
                license.issuedOn(),
                license.validTo(),
                license.good(Licenses.today()),
                fields);
    }

    /** Identity numbers are shown masked; the paper itself is in the holder's hands. */
    private static String guarded(String value) {
        return IdNumber.valid(value) ? Masked.idNo(value) : value;
    }

    record Shown(
            String identifier,
            String typeName,
            @Personal(value = Mask.NAME, purpose = "本人查看证照", shown = Personal.Shown.TO_THE_PERSON) String holderName,
            String issuer,
            LocalDate issuedAt,
            LocalDate validTo,
            boolean good,
            List<Map<String, String>> fields) {}
}
