package io.onevisit.cases;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed permutation of the numbers from 0 up to a bound: a Feistel network over the next even number of bits, walked
 * until it falls below the bound. Each number has exactly one image, and without the key none tells its place.
 */
final class Permutation {

    private static final int ROUNDS = 4;
    private static final String HMAC = "HmacSHA256";

    private final int bound;
    private final int halfBits;
    private final int mask;
    private final SecretKeySpec key;

    /** @param bound how many numbers are permuted, 2 to 2^30 */
    Permutation(int bound, byte[] key) {
        this.bound = bound;
        this.halfBits = (32 - Integer.numberOfLeadingZeros(bound - 1) + 1) / 2;
        this.mask = (1 << halfBits) - 1;
        this.key = new SecretKeySpec(key, HMAC);
    }

    int of(int n) {
        if (n < 0 || n >= bound) {
            throw new IllegalArgumentException(n + " is not below " + bound);
        }
        var mac = mac();
        var x = n;
        do {
            var left = x >> halfBits;
            var right = x & mask;
            for (var round = 0; round < ROUNDS; round++) {
                var mixed = left ^ (mix(mac, right, round) & mask);
                left = right;
                right = mixed;
            }
            x = left << halfBits | right;
        } while (x >= bound);
        return x;
    }

    private static int mix(Mac mac, int value, int round) {
        var input = ByteBuffer.allocate(8).putInt(round).putInt(value).array();
        return ByteBuffer.wrap(mac.doFinal(input)).getInt();
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
