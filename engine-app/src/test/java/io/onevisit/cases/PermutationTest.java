package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PermutationTest {

    private static final byte[] KEY = "a key of an installation".getBytes();

    @Test
    void eachNumberHasExactlyOneImageWhateverTheBoundAndTheKey() {
        var random = new Random(20261123);
        for (var bound : new int[] {2, 3, 10, 64, 100, 999, 1000, 4096, 4097, 10_000, 65_537}) {
            var key = new byte[32];
            random.nextBytes(key);
            var permutation = new Permutation(bound, key);
            var seen = new BitSet();
            for (var n = 0; n < bound; n++) {
                var image = permutation.of(n);
                assertThat(image).as("%d of %d", n, bound).isBetween(0, bound - 1);
                seen.set(image);
            }
            assertThat(seen.cardinality()).as("images of %d numbers", bound).isEqualTo(bound);
        }
    }

    @Test
    void sevenDigitsNeverRepeat() {
        var permutation = new Permutation(Numbers.CAPACITY, KEY);
        var seen = new BitSet();

        for (var n = 0; n < 200_000; n++) {
            var image = permutation.of(n);
            assertThat(image).isBetween(0, 9_999_999);
            assertThat(seen.get(image)).as("%d is used twice", image).isFalse();
            seen.set(image);
        }
    }

    @Test
    void neighboursInTheCountAreNoNeighboursInTheNumber() {
        var permutation = new Permutation(Numbers.CAPACITY, KEY);
        var near = 0;
        for (var n = 0; n < 1000; n++) {
            near += Math.abs(permutation.of(n) - permutation.of(n + 1)) < 1000 ? 1 : 0;
        }
        assertThat(near).isLessThan(10);
    }

    @Test
    void whatIsOutsideTheBoundIsRefused() {
        var permutation = new Permutation(10, KEY);
        assertThatThrownBy(() -> permutation.of(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.of(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
