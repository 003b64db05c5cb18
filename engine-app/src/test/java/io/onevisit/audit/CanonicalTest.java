package io.onevisit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    private static final Chain CHAIN = new Chain("430100", LocalDate.of(2026, 3, 12));

    @Test
    void theHashesAreTheStandards() {
        // GB/T 32905-2016 and FIPS 180-4, example "abc"
        assertThat(hex(Digest.SM3.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(hex(Digest.SHA256.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void everythingASealSaysChangesItsBytes() {
        var at = Instant.parse("2026-03-12T01:00:00.000001Z");
        var bytes = Canonical.seal(CHAIN, 2, new byte[] {1}, 3, new byte[] {4}, at);

        assertThat(bytes)
                .isEqualTo(Canonical.seal(CHAIN, 2, new byte[] {1}, 3, new byte[] {4}, at))
                .isNotEqualTo(
                        Canonical.seal(new Chain("430200", CHAIN.day()), 2, new byte[] {1}, 3, new byte[] {4}, at))
                .isNotEqualTo(Canonical.seal(CHAIN, 1, new byte[] {1}, 3, new byte[] {4}, at))
                .isNotEqualTo(Canonical.seal(CHAIN, 2, new byte[] {2}, 3, new byte[] {4}, at))
                .isNotEqualTo(Canonical.seal(CHAIN, 2, new byte[] {1}, 4, new byte[] {4}, at))
                .isNotEqualTo(Canonical.seal(CHAIN, 2, new byte[] {1}, 3, new byte[] {5}, at))
                .isNotEqualTo(Canonical.seal(CHAIN, 2, new byte[] {1}, 3, new byte[] {4}, at.plusNanos(1000)));
    }

    @Test
    void noWholeNumberOfAPersonIsKept() {
        assertThat(Masks.text("申请人 430102199003070012，电话13812345678，办件 4301002026031299990010。", 200))
                .isEqualTo("申请人 4301**********0012，电话138****5678，办件 4301002026031299990010。");
        assertThat(Masks.text("长".repeat(300), 200)).hasSize(200).endsWith("…");
        assertThat(Masks.typed("hunter2")).isEqualTo("h***");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
