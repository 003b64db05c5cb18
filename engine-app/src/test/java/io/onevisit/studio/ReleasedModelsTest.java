package io.onevisit.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we ship keeps the rules that analysts have to keep. */
class ReleasedModelsTest {

    @ParameterizedTest
    @MethodSource("bundles")
    void everyModelOfTheReleaseIsWithoutAFault(String bundle) throws IOException {
        var dictionary = Files.readAllBytes(Path.of("../forms/fields.yaml"));
        var library = Library.of(files("shared"), dictionary, Map.of());

        var findings = new ModelCheck().check(bundle, files(bundle), library);

        assertThat(findings).isEmpty();
    }

    static List<String> bundles() throws IOException {
        try (var folders = Files.list(Path.of("../processes"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name ->
                            !name.startsWith(".") && !List.of("src", "target").contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, byte[]> files(String bundle) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var module : List.of("processes", "decisions", "forms")) {
            var folder = Path.of("..", module, bundle);
            if (Files.notExists(folder)) {
                continue;
            }
            try (var found = Files.list(folder)) {
                for (var file : found.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
