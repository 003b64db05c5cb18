package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of every bundle, tried by the tables that lie beside its models: which items apply and what they need by
 * {@code scenarios.csv}, every other decision by the file of its own name: {@code answers;answer} a line, or a column for
 * each output that its heading names.
 */
class BundleDecisionsTest {

    static List<BundleRules> bundles() throws IOException {
        try (var folders = Files.list(Path.of("../processes"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("bundle.yaml")))
                    .sorted()
                    .map(folder -> new BundleRules(folder.getFileName().toString()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySituationSaysOfEveryItemOnceWhetherItAppliesAndWhy(BundleRules bundle) {
        var items = bundle.decision("situationDecision");

        assertThat(bundle.situations()).isNotEmpty().allSatisfy(situation -> {
            var rows = items.rows(situation);
            assertThat(rows.stream().map(row -> row.get("item"))).containsExactlyInAnyOrderElementsOf(bundle.items());
            assertThat(rows)
                    .allSatisfy(row -> assertThat((String) row.get("reason")).isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyRuleOfItemsAndMaterialsIsTriedByAScenario(BundleRules bundle) {
        var items = bundle.decision("situationDecision");
        var materials = bundle.decision("materialsDecision");

        bundle.scenarios().forEach(scenario -> {
            items.rows(scenario.answers());
            scenario.chosen().forEach(item -> {
                var asked = new HashMap<>(scenario.answers());
                asked.put("item", item);
                materials.rows(asked);
            });
        });

        assertThat(items.untried()).isEmpty();
        assertThat(materials.untried()).isEmpty();
    }

    static Stream<Path> others() throws IOException {
        return bundles().stream().flatMap(bundle -> bundle.otherDecisions().stream());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void everyOtherDecisionAnswersAsItsExamplesSayAndEveryRuleHasOne(Path file) throws IOException {
        var key = file.getFileName().toString().replace(".dmn", "");
        var decision = Decision.of(file.getParent().toString(), key);
        var lines = Files.readAllLines(file.resolveSibling(key + ".csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .toList();
        var heading = lines.get(0);

        assertThat(lines).hasSizeGreaterThan(1);
        for (var example : lines.subList(1, lines.size())) {
            var answers = BundleRules.answers(example[0]);
            if (heading[1].equals("answer")) {
                assertThat(String.valueOf(decision.on(answers))).as(example[0]).isEqualTo(example[1]);
            } else {
                var row = decision.rows(answers).get(0);
                for (var column = 1; column < heading.length; column++) {
                    assertThat(row).as(example[0]).containsEntry(heading[column], example[column]);
                }
            }
        }
        assertThat(decision.untried()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleDecidesByTheAnswersHowSomeItemIsHandledAndWhy(BundleRules bundle) {
        var handling = bundle.decision("handlingDecision");
        var ways = new HashMap<String, Set<Object>>();

        for (var situation : bundle.situations()) {
            for (var item : bundle.items()) {
                var asked = new HashMap<>(situation);
                asked.put("item", item);
                assertThat(handling.rows(asked)).singleElement().satisfies(row -> {
                    assertThat((String) row.get("reason")).isNotBlank();
                    ways.computeIfAbsent(item, key -> new HashSet<>()).add(row.get("mode") + " " + row.get("level"));
                });
            }
        }

        assertThat(ways.values()).as("ways each item is handled in").anyMatch(found -> found.size() > 1);
        assertThat(handling.untried())
                .as("rules about an item the bundle does not have")
                .isEmpty();
    }
}
