package io.onevisit.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundle's folders, read from where they are written.
 *
 * @param root the folder in which the modules lie
 */
record Bundle(Path root, String key) {

    private static final Path ROOT = Path.of("..");

    static List<Bundle> all() {
        return folders().stream()
                .filter(folder -> Files.exists(folder.resolve("bundle.yaml")))
                .map(folder -> new Bundle(ROOT, folder.getFileName().toString()))
                .toList();
    }

    /** The bundles' folders of processes, {@code shared} among them. */
    static List<Path> folders() {
        return list(ROOT.resolve("processes")).stream()
                .filter(Files::isDirectory)
                .filter(folder ->
                        !List.of("src", "target").contains(folder.getFileName().toString()))
                .filter(folder -> !folder.getFileName().toString().startsWith("."))
                .toList();
    }

    List<Path> files(String module, String ending) {
        return list(root.resolve(module).resolve(key)).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    /** Items and materials that no bundle owns. */
    static JsonNode catalogue() {
        return read(ROOT.resolve("engine-app/src/main/resources/catalogue/items.yaml"));
    }

    JsonNode yaml(String file) {
        return read(path(file));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String file) {
        try {
            return Files.readAllLines(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> variables() {
        var variables = new ArrayList<String>();
        yaml("bundle.yaml")
                .path("items")
                .forEach(item -> variables.add(item.path("variable").asText()));
        return variables;
    }

    /** The promised limit of the item that this variable stands for. */
    int promised(String variable) {
        for (var item : yaml("bundle.yaml").path("items")) {
            for (var row : yaml("items.yaml").path("items")) {
                if (item.path("variable").asText().equals(variable)
                        && row.path("code").equals(item.path("code"))) {
                    return row.path("promised").asInt();
                }
            }
        }
        throw new IllegalArgumentException(variable + " has no row in items.yaml");
    }

    private Path path(String file) {
        return root.resolve("processes").resolve(key).resolve(file);
    }

    private static List<Path> list(Path folder) {
        try (var found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
