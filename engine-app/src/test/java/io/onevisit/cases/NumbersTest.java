package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final byte[] KEY = "a key of an installation".getBytes();

    @Test
    void theSevenDigitsNeverRepeatWhileTheSequenceDoesNot() {
        var seen = new BitSet();

        for (var n = 0; n < 100_000; n++) {
            var shuffled = Numbers.shuffle(n, KEY);
            assertThat(shuffled).isBetween(0, 9_999_999);
            assertThat(seen.get(shuffled)).as("%d is used twice", shuffled).isFalse();
            seen.set(shuffled);
        }
    }

    @Test
    void neighboursInTheSequenceAreNoNeighboursInTheNumber() {
        var near = 0;
        for (var n = 0; n < 1000; n++) {
            near += Math.abs(Numbers.shuffle(n, KEY) - Numbers.shuffle(n + 1, KEY)) < 1000 ? 1 : 0;
        }
        assertThat(near).isLessThan(10);
    }

    @Test
    void oneWrongDigitIsFound() {
        var body = "430102202611230123456";
        var number = body + Numbers.checkDigit(body);
        assertThat(Numbers.isValid(number)).isTrue();

        for (var place = 0; place < number.length(); place++) {
            var wrong = (char) ('0' + (number.charAt(place) - '0' + 1) % 10);
            assertThat(Numbers.isValid(number.substring(0, place) + wrong + number.substring(place + 1)))
                    .as("digit %d changed", place)
                    .isFalse();
        }
    }

    @Test
    void whatIsNoNumberIsNotValid() {
        assertThat(Numbers.isValid("")).isFalse();
        assertThat(Numbers.isValid("A")).isFalse();
        assertThat(Numbers.isValid("AR" + valid())).isFalse();
        assertThat(Numbers.isValid("r" + valid())).isFalse();
        assertThat(Numbers.isValid("' or 1=1 --")).isFalse();
        assertThat(Numbers.isValid("4301022026112301234567890")).isFalse();
    }

    @Test
    void aLetterSaysTheKind() {
        assertThat(Numbers.isValid("R" + valid())).isTrue();
        assertThat(Numbers.month("W" + valid())).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    private static String valid() {
        var body = "430102202611230123456";
        return body + Numbers.checkDigit(body);
    }

    @Test
    void theMonthIsPartOfTheNumber() {
        assertThat(Numbers.month("4301022026112301234560")).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(Numbers.month("A4301022026112301234560")).isEqualTo(LocalDate.of(2026, 11, 1));
    }
}
