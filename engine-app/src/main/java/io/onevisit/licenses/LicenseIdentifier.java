package io.onevisit.licenses;

import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern SHAPE = Pattern.compile(
            Pattern.quote(ROOT) + "\\.([0-9A-Z]{21})\\.([0-9A-Z]+)\\.([0-9A-Z]+)\\.(\\d{3})\\.([0-9A-Z])");

    /** Reads an identifier; empty where its shape or its check character is wrong. */
    public static Optional<LicenseIdentifier> parse(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var identifier =
                new LicenseIdentifier(parts.group(1), parts.group(2), parts.group(3), Integer.parseInt(parts.group(4)));
        return identifier.check() == parts.group(5).charAt(0) ? Optional.of(identifier) : Optional.empty();
    }

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
