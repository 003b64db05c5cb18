package io.onevisit.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets nobody has thought up. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 96 bits in sixteen characters, to be handed over once and typed once. */
    static String password() {
        return text(12);
    }

    static String text(int bytes) {
        var fresh = new byte[bytes];
        RANDOM.nextBytes(fresh);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
    }
}
