package io.onevisit.licenses;

/**
 * The number every e-license bears (GB/T 36904), with its check character.
 *
 * @param typeCode credit code of the authority that defines the type, and three digits
 * @param issuerCode the issuer's credit code; some issuers use another code
 * @param serial capital letters and digits, as the issuer counts
 * @param version one for the first, one more for each change of the same license
 */
public record LicenseIdentifier(String typeCode, String issuerCode, String serial, int version) {

    private static final String ROOT = "1.2.156.3005.2";

    /** ISO/IEC 7064 MOD 37,36 over type, issuer, serial and version. */
    char check() {
        var product = 36;
        for (var c : (typeCode + issuerCode + serial + padded()).toCharArray()) {
            var sum = (product + Character.digit(c, 36)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return Character.toUpperCase(Character.forDigit((37 - product) % 36, 36));
    }

    private String padded() {
        return "%03d".formatted(version);
    }

    @Override
    public String toString() {
        return String.join(".", ROOT, typeCode, issuerCode, serial, padded(), String.valueOf(check()));
    }
}
