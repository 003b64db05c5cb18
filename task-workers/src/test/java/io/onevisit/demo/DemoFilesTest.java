package io.onevisit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code demo.yaml} names what there is, and tells of something that goes wrong. */
class DemoFilesTest {

    private static final Path PROCESSES = Path.of("../processes");
    private static final Path DEMO = Path.of("../engine-app/src/main/resources/demo");

    @ParameterizedTest
    @MethodSource("files")
    void whatAFileNamesIsThere(Path file) throws IOException {
        var items = keys(file.resolveSibling("bundle.yaml"), "items", "variable");
        var materials = keys(file.resolveSibling("items.yaml"), "materials", "key");
        var people = keys(DEMO.resolve("people.yaml"), "people", "username");
        var companies = keys(DEMO.resolve("companies.yaml"), "companies", "creditCode");
        var officers = keys(DEMO.resolve("staff.yaml"), "staff", "username");

        var scenarios = Scenario.read(Files.newInputStream(file));

        assertThat(scenarios).hasSizeGreaterThanOrEqualTo(2).allSatisfy(scenario -> {
            assertThat(people).contains(scenario.applicant());
            assertThat(companies).containsAll(scenario.company() == null ? List.of() : List.of(scenario.company()));
            assertThat(items).containsAll(scenario.results().keySet());
            assertThat(items).containsAll(scenario.commitments());
            assertThat(items).containsAll(scenario.unpaid());
            assertThat(items).containsAll(scenario.items().contains(Scenario.ALL) ? List.of() : scenario.items());
            assertThat(materials).containsAll(scenario.uploads() == null ? List.of() : scenario.uploads());
            assertThat(materials).containsAll(scenario.unreadable());
            assertThat(materials).containsAll(scenario.deferred());
            for (var act : scenario.acts()) {
                assertThat(officers).containsAll(act.by() == null ? List.of() : List.of(act.by()));
                assertThat(items).containsAll(act.item() == null ? List.of() : List.of(act.item()));
            }
            assertThat(people).containsAll(scenario.parties().values());
            assertThat(scenario.parties().keySet()).containsAll(scenario.refuses());
            for (var objection : scenario.objections()) {
                assertThat(people).contains(objection.by());
                assertThat(items).contains(objection.item());
            }
        });
        assertThat(scenarios)
                .as("one goes wrong")
                .anyMatch(scenario ->
                        !scenario.ends().equals("CLOSED") || !scenario.results().isEmpty());
    }

    static Stream<Path> files() throws IOException {
        try (var folders = Files.list(PROCESSES)) {
            return folders.map(folder -> folder.resolve("demo.yaml")).filter(Files::exists).sorted().toList().stream();
        }
    }

    private static List<String> keys(Path file, String list, String key) throws IOException {
        var keys = new ArrayList<String>();
        Scenario.content(Files.newInputStream(file), JsonNode.class)
                .path(list)
                .forEach(row -> keys.add(row.path(key).asText()));
        return keys;
    }
}
