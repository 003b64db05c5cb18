package io.onevisit.cases;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of cases: region, date, seven digits and a check digit (ISO 7064 MOD 11,10). Whatever else is numbered has a
 * capital letter before it: A application, R rating, W work order, D document, K card. The seven digits are a keyed
 * permutation of a sequence, so that no number tells how many there are.
 */
@Component
public class Numbers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int RANGE = 10_000_000;
    private static final int HALF_BITS = 12;
    private static final int HALF = (1 << HALF_BITS) - 1;

    private final JdbcClient sql;
    private volatile byte[] key;

    Numbers(JdbcClient sql) {
        this.sql = sql;
    }

    String nextApplication(String region, Instant at) {
        return next('A', region, at);
    }

    /** A new number of the kind that the capital letter names, for the division and day. */
    public String next(char kind, String region, Instant at) {
        return kind + next(region, at);
    }

    String nextCase(String region, Instant at) {
        return next(region, at);
    }

    private String next(String region, Instant at) {
        var n = sql.sql("select nextval('number_seq')").query(Long.class).single();
        var body = region
                + LocalDate.ofInstant(at, CHINA).format(DAY)
                + "%07d".formatted(shuffle((int) (n % RANGE), key()));
        return body + checkDigit(body);
    }

    /** The month a number belongs to, which is part of every key. */
    public static LocalDate month(String no) {
        var digits = digits(no);
        return LocalDate.of(Integer.parseInt(digits.substring(6, 10)), Integer.parseInt(digits.substring(10, 12)), 1);
    }

    /** Whether a number has the right shape and check digit. */
    public static boolean isValid(String no) {
        var digits = digits(no);
        if (!digits.matches("\\d{22}")) {
            return false;
        }
        var month = Integer.parseInt(digits.substring(10, 12));
        return month >= 1 && month <= 12 && checkDigit(digits.substring(0, 21)) == digits.charAt(21);
    }

    private static String digits(String no) {
        return !no.isEmpty() && no.charAt(0) >= 'A' && no.charAt(0) <= 'Z' ? no.substring(1) : no;
    }

    static char checkDigit(String digits) {
        var p = 10;
        for (var c : digits.toCharArray()) {
            p = (p + c - '0') % 10;
            p = (p == 0 ? 10 : p) * 2 % 11;
        }
        return (char) ('0' + (11 - p) % 10);
    }

    /** A Feistel network over 24 bits, walked until it falls into seven digits. */
    static int shuffle(int n, byte[] key) {
        var x = n;
        do {
            var left = x >> HALF_BITS;
            var right = x & HALF;
            for (var round = 0; round < 4; round++) {
                var mixed = left ^ (mix(right, round, key) & HALF);
                left = right;
                right = mixed;
            }
            x = left << HALF_BITS | right;
        } while (x >= RANGE);
        return x;
    }

    private static int mix(int value, int round, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return ByteBuffer.wrap(mac.doFinal(
                            ByteBuffer.allocate(8).putInt(round).putInt(value).array()))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        if (key == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            sql.sql("insert into number_key (id, key) values (1, ?) on conflict do nothing")
                    .param(fresh)
                    .update();
            key = sql.sql("select key from number_key where id = 1")
                    .query(byte[].class)
                    .single();
        }
        return key;
    }
}
