package io.onevisit.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./onevisit new-bundle} makes keeps the rules from its first minute; its scenarios are walked in {@code processes}. */
class NewBundleTest {

    private static final Path TREE = Path.of("..");

    @TempDir
    Path folder;

    @BeforeEach
    void aTreeWithItsTemplate() throws IOException {
        copy("onevisit");
        try (var files = Files.walk(TREE.resolve("processes/.camunda/new-bundle"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                copy(TREE.relativize(file).toString());
            }
        }
        copy("processes/shared/delivery.bpmn");
        Files.createDirectories(folder.resolve("decisions"));
        Files.createDirectories(folder.resolve("forms"));
    }

    @Test
    void whatItMakesIsWithoutAFault() throws Exception {
        var said = said(0, "moving-house-2", "搬家一件事");

        var dictionary = Files.readAllBytes(TREE.resolve("forms/fields.yaml"));
        var library = Library.of(ReleasedModelsTest.files(TREE, "shared"), dictionary, Map.of());
        var made = ReleasedModelsTest.files(folder, "moving-house-2");
        assertThat(made).hasSize(12);
        assertThat(new ModelCheck().check("moving-house-2", made, library)).isEmpty();
        assertThat(said).contains("docs/analysts.md", "scenarios.csv", "./onevisit up");
    }

    @Test
    void aSecondOneTakesNothingOfTheFirst() throws Exception {
        said(0, "moving-house", "搬家一件事");
        said(0, "moving-out", "搬离一件事");

        var first = Files.readString(folder.resolve("processes/moving-house/items.yaml"));
        var second = Files.readString(folder.resolve("processes/moving-out/items.yaml"));
        assertThat(first).contains("HN-SL-0001", "HN-SL-0002");
        assertThat(second).contains("HN-SL-0003", "HN-SL-0004");
        said(1, "moving-house", "搬家一件事");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Moving", "moving_house", "moving--house", "2moving", "../moving", "shared", "delivery", ""})
    void aNameThatIsNoneOrTakenIsRefused(String name) throws Exception {
        var said = said(1, name, "搬家一件事");

        assertThat(said).startsWith("✗");
        assertThat(folder.resolve("decisions")).isEmptyDirectory();
    }

    private String said(int code, String... arguments) throws Exception {
        var command = new ProcessBuilder("bash", "onevisit", "new-bundle", arguments[0], arguments[1]);
        var process =
                command.directory(folder.toFile()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    private void copy(String file) throws IOException {
        var target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(TREE.resolve(file), target);
    }
}
