package io.onevisit.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a machine's secret with each of those that are good at the moment. */
final class AnySecret implements PasswordEncoder {

    static String joined(List<String> hashes) {
        return String.join(" ", hashes);
    }

    @Override
    public String encode(CharSequence secret) {
        return Digests.sha256(secret.toString());
    }

    @Override
    public boolean matches(CharSequence secret, String hashes) {
        var given = encode(secret).getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(hashes.split(" "))
                .map(hash -> MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.UTF_8)))
                .reduce(false, Boolean::logicalOr);
    }
}
