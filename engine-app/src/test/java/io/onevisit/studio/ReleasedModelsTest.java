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

    private static final Path TREE = Path.of("..");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyModelOfTheReleaseIsWithoutAFault(String bundle) throws IOException {
        var dictionary = Files.readAllBytes(Path.of("../forms/fields.yaml"));
        var library = Library.of(files(TREE, "shared"), dictionary, Map.of());

        var findings = new ModelCheck().check(bundle, files(TREE, bundle), library);

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

    /** A bundle's files, by name, from the modules of this tree. */
    static Map<String, byte[]> files(Path tree, String bundle) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (var module : List.of("processes", "decisions", "forms")) {
            var folder = tree.resolve(module).resolve(bundle);
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
