package io.onevisit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of the life cycle: complete, said once, and documented as they are. */
class LifeCycleTest {

    @Test
    void theDevelopersTableIsTheListOfArrows() throws IOException {
        var table = Files.readAllLines(Path.of("../docs/developers.md")).stream()
                .filter(line -> line.matches("\\| \\S+ `[A-Z_]+` \\| .*"))
                .toList();

        assertThat(table).isEqualTo(rows());
    }

    @Test
    void everyStateIsReachedAndNoArrowIsSaidTwice() {
        var reached = EnumSet.of(CaseState.SUBMITTED);
        LifeCycle.ARROWS.forEach(arrow -> reached.add(arrow.to()));

        assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
        assertThat(LifeCycle.ARROWS.stream().map(arrow -> arrow.from() + ">" + arrow.to()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyResultHasItsEnding() {
        var results = EnumSet.of(CaseResult.LICENSED, CaseResult.DONE, CaseResult.DENIED);
        Arrays.stream(Ending.values()).forEach(ending -> results.add(ending.result()));

        assertThat(results).containsExactlyInAnyOrder(CaseResult.values());
    }

    private static List<String> rows() {
        return LifeCycle.ARROWS.stream()
                .map(arrow -> "| %s `%s` | %s `%s` | %s | %s | %s |"
                        .formatted(
                                arrow.from().label(),
                                arrow.from(),
                                arrow.to().label(),
                                arrow.to(),
                                arrow.who(),
                                arrow.act(),
                                arrow.basis()))
                .toList();
    }
}
