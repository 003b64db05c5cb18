package io.onevisit.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In no place of a model can its author name what is not on the list; each is told in a sentence. */
class HostilePlacesTest {

    @ParameterizedTest
    @MethodSource("places")
    void itIsRefused(HostilePlaces place) {
        assertThat(place.bundle().findings()).anySatisfy(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.file()).isEqualTo(place.file());
            assertThat(finding.message()).contains(place.sentence());
        });
    }

    @Test
    void theBundleItselfIsSound() {
        assertThat(new SoundBundle().findings()).isEmpty();
    }

    static Stream<HostilePlaces> places() {
        return HostilePlaces.all();
    }
}
