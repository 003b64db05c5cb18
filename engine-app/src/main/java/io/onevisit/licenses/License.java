package io.onevisit.licenses;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An e-license as the repository holds it.
 *
 * @param face its fields by key, see {@link LicenseType#face()}
 * @param validTo its last day, {@code null} where it does not expire
 */
public record License(
        String identifier,
        String type,
        String typeName,
        String issuer,
        LocalDate issuedOn,
        LocalDate validTo,
        boolean revoked,
        List<Holder> holders,
        Map<String, String> face) {

    public boolean expired(LocalDate today) {
        return validTo != null && validTo.isBefore(today);
    }

    public boolean good(LocalDate today) {
        return !revoked && !expired(today);
    }

    public boolean names(String idNo) {
        return holders.stream().anyMatch(holder -> holder.idNo().equals(idNo));
    }

    /** A person the license speaks of and who may consent to its use. */
    public record Holder(String name, String idNo) {}
}
