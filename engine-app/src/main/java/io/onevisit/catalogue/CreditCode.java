package io.onevisit.catalogue;

/** An organisation's unified social credit code (GB 32100): what it must look like. */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    public static boolean valid(String code) {
        return code != null && code.matches("[0-9A-HJ-NPQRTUWXY]{18}") && check(code) == code.charAt(17);
    }

    /** The check character that belongs to the first seventeen (weights are the powers of three modulo 31). */
    static char check(String first) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
