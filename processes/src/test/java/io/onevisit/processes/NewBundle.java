package io.onevisit.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has {@code ./onevisit new-bundle} make a bundle in a folder of its own. */
final class NewBundle {

    private static final Path TREE = Path.of("..");
    private static final Path TEMPLATE = Path.of("processes/.camunda/new-bundle");

    private NewBundle() {}

    static Bundle made(Path folder, String key, String title) {
        try {
            if (Files.notExists(folder.resolve("onevisit"))) {
                copyTree(folder);
                run(folder, key, title);
            }
            return new Bundle(folder, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTree(Path folder) throws IOException {
        Files.copy(TREE.resolve("onevisit"), folder.resolve("onevisit"));
        try (var files = Files.walk(TREE.resolve(TEMPLATE))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(TREE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.createDirectories(folder.resolve("decisions"));
        Files.createDirectories(folder.resolve("forms"));
    }

    private static void run(Path folder, String key, String title) throws IOException {
        var process = new ProcessBuilder("bash", "onevisit", "new-bundle", key, title)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
