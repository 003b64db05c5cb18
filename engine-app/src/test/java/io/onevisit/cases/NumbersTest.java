package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void everySingleWrongDigitIsFound() {
        var random = new Random(7);
        for (var sample = 0; sample < 500; sample++) {
            var number = number(random);
            assertThat(Numbers.isValid(number)).isTrue();
            for (var place = 0; place < number.length(); place++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    if (digit != number.charAt(place)) {
                        assertThat(Numbers.isValid(replace(number, place, digit)))
                                .as("%s with %s at place %d", number, digit, place)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** ISO 7064 MOD 11,10 promises all single errors and nearly all swaps: measured, one swap in 44 goes unseen. */
    @Test
    void nearlyAllSwapsOfNeighboursAreFound() {
        var random = new Random(8);
        var swaps = 0;
        var missed = 0;
        for (var sample = 0; sample < 5000; sample++) {
            var number = number(random);
            for (var place = 14; place < number.length() - 1; place++) {
                if (number.charAt(place) != number.charAt(place + 1)) {
                    swaps++;
                    missed += Numbers.isValid(swapped(number, place)) ? 1 : 0;
                }
            }
        }
        assertThat(missed / (double) swaps).isLessThan(0.03);
    }

    @Test
    void theFullNumberFindsEveryWrongCharacterAndEverySwap() {
        var random = new Random(9);
        for (var sample = 0; sample < 500; sample++) {
            var body = number(random) + "%04d".formatted(1 + random.nextInt(9999));
            var check = FullNumbers.checkCharacter(body);
            for (var place = 0; place < body.length(); place++) {
                for (var digit = '0'; digit <= '9'; digit++) {
                    if (digit != body.charAt(place)) {
                        assertThat(FullNumbers.checkCharacter(replace(body, place, digit)))
                                .isNotEqualTo(check);
                    }
                }
                if (place + 1 < body.length() && body.charAt(place) != body.charAt(place + 1)) {
                    assertThat(FullNumbers.checkCharacter(swapped(body, place))).isNotEqualTo(check);
                }
            }
        }
    }

    @Test
    void everySpaceIsShuffledItsOwnWay() {
        var key = "a key of an installation".getBytes();
        var first = space('C', "430102", DAY);
        for (var other : new NumberBlocks.Space[] {
            space('A', "430102", DAY), space('C', "430103", DAY), space('C', "430102", DAY.plusDays(1))
        }) {
            var same = 0;
            var one = new Permutation(Numbers.CAPACITY, Numbers.keyOf(first, key));
            var two = new Permutation(Numbers.CAPACITY, Numbers.keyOf(other, key));
            for (var n = 0; n < 1000; n++) {
                same += one.of(n) == two.of(n) ? 1 : 0;
            }
            assertThat(same).as("same places in %s", other).isLessThan(3);
        }
    }

    @Test
    void whatIsNoNumberIsNotValid() {
        assertThat(Numbers.isValid("")).isFalse();
        assertThat(Numbers.isValid("A")).isFalse();
        assertThat(Numbers.isValid("' or 1=1 --")).isFalse();
        assertThat(Numbers.isValid("4301022026112301234567890")).isFalse();
    }

    @Test
    void anyKindOfNumberTellsItsMonth() {
        assertThat(Numbers.month("4301022026112301234560")).isEqualTo(LocalDate.of(2026, 11, 1));
        for (var kind : "ARWDK".toCharArray()) {
            assertThat(Numbers.month(kind + "4301022026112301234560")).isEqualTo(LocalDate.of(2026, 11, 1));
            var body = "430102202611230123456";
            assertThat(Numbers.isValid(kind + body + Numbers.checkDigit(body))).isTrue();
        }
    }

    private static NumberBlocks.Space space(char kind, String region, LocalDate day) {
        return new NumberBlocks.Space(kind, region, day);
    }

    private static String number(Random random) {
        var body =
                "43%04d".formatted(random.nextInt(10_000)) + "20261123" + "%07d".formatted(random.nextInt(10_000_000));
        return body + Numbers.checkDigit(body);
    }

    private static String replace(String text, int place, char with) {
        return text.substring(0, place) + with + text.substring(place + 1);
    }

    private static String swapped(String text, int place) {
        return text.substring(0, place) + text.charAt(place + 1) + text.charAt(place) + text.substring(place + 2);
    }
}
