package io.onevisit.payments;

import java.math.BigDecimal;

/** Sums are kept as whole cents (分) and written as yuan with two decimals. */
public final class Yuan {

    private Yuan() {}

    public static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** @param text digits with at most two decimals */
    static long cents(String text) {
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }
}
