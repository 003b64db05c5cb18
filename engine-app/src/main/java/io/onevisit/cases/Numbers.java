package io.onevisit.cases;

import io.onevisit.catalogue.RegionCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Numbers of everything that has one: a capital letter for its kind (none for a case), region, date, seven digits and a
 * check digit (ISO 7064 MOD 11,10). The seven digits are a permutation of the count of that kind, region and day, keyed
 * for each of them anew: no number tells how many there are, and ten million a day fit into every region and kind.
 */
@Component
public class Numbers {

    /** How many numbers of one kind there are for a region and a day. */
    static final int CAPACITY = 10_000_000;

    private static final char CASE = 'C';
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern SHAPE = Pattern.compile("[A-Z]?\\d{22}");

    private final NumberBlocks blocks;

    Numbers(NumberBlocks blocks) {
        this.blocks = blocks;
    }

    String nextApplication(String region, Instant at) {
        return next('A', region, at);
    }

    String nextCase(String region, Instant at) {
        return body(CASE, region, at);
    }

    /**
     * The next number of a kind.
     *
     * @param kind a capital letter: A application, R rating, W work order, D document, K card with a process,
     *     H home visit, N public notice, P payment order
     * @param region code of the region, of which the first six digits count
     */
    public String next(char kind, String region, Instant at) {
        if (kind < 'A' || kind > 'Z' || kind == CASE) {
            throw new IllegalArgumentException("No kind of number: " + kind);
        }
        return kind + body(kind, region, at);
    }

    private String body(char kind, String region, Instant at) {
        var space = new NumberBlocks.Space(kind, RegionCode.of(region).county(), LocalDate.ofInstant(at, CHINA));
        var digits = new Permutation(CAPACITY, keyOf(space, blocks.key())).of(blocks.next(space));
        var body = space.region() + space.day().format(DAY) + "%07d".formatted(digits);
        return body + checkDigit(body);
    }

    /** The month a number belongs to, which is part of every key. */
    public static LocalDate month(String no) {
        var digits = digits(no);
        return LocalDate.of(Integer.parseInt(digits.substring(6, 10)), Integer.parseInt(digits.substring(10, 12)), 1);
    }

    /** Whether a number has the right shape and check digit. */
    public static boolean isValid(String no) {
        if (!SHAPE.matcher(no).matches()) {
            return false;
        }
        var digits = digits(no);
        var month = Integer.parseInt(digits.substring(10, 12));
        return month >= 1 && month <= 12 && checkDigit(digits.substring(0, 21)) == digits.charAt(21);
    }

    private static String digits(String no) {
        return Character.isDigit(no.charAt(0)) ? no : no.substring(1);
    }

    static char checkDigit(String digits) {
        var p = 10;
        for (var c : digits.toCharArray()) {
            p = (p + c - '0') % 10;
            p = (p == 0 ? 10 : p) * 2 % 11;
        }
        return (char) ('0' + (11 - p) % 10);
    }

    /** Every space is shuffled its own way: what is known of one tells nothing about another. */
    static byte[] keyOf(NumberBlocks.Space space, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((space.kind() + space.region() + space.day()).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
