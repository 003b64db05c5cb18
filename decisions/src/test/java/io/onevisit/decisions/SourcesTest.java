package io.onevisit.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule says where it comes from, and every shared decision has its examples. */
class SourcesTest {

    static Stream<Path> decisions() throws IOException {
        return Files.list(Path.of("."))
                .filter(Files::isDirectory)
                .filter(folder -> !folder.getFileName().toString().matches("src|target|\\..*"))
                .flatMap(SourcesTest::dmn);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyRuleNamesItsSource(Path file) {
        var rules = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class);

        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(
                        rule.getDescription().getTextContent())
                .as(rule.getId())
                .containsPattern("法|条例|规则|方案|清单|示例|〔"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everySharedDecisionHasItsTableOfExamples(Path file) {
        if (Files.exists(Path.of("../processes").resolve(file.getParent()).resolve("bundle.yaml"))) {
            return; // tried by the bundle's own tables, see BundleDecisionsTest
        }
        var name = new StringBuilder();
        for (var word : file.getFileName().toString().replace(".dmn", "").split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }

        assertThat(Path.of("src/test/java/io/onevisit/decisions", name + "Test.java"))
                .exists();
    }

    private static Stream<Path> dmn(Path folder) {
        try {
            return Files.list(folder).filter(file -> file.toString().endsWith(".dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
