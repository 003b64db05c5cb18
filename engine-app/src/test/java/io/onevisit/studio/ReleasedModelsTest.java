package io.onevisit.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we ship keeps the rules that analysts have to keep. */
class ReleasedModelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"shared", "newborn"})
    void everyModelOfTheReleaseIsWithoutAFault(String bundle) throws IOException {
        var dictionary = Files.readAllBytes(Path.of("../forms/fields.yaml"));
        var library = Library.of(files("shared"), dictionary, Map.of());

        var findings =
                new ModelCheck().check(bundle, files(bundle), bundle.equals("shared") ? library.alone() : library);

        assertThat(findings).isEmpty();
    }

    private static Map<String, byte[]> files(String bundle) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var module : List.of("processes", "decisions", "forms")) {
            try (var found = Files.list(Path.of("..", module, bundle))) {
                for (var file : found.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
