package io.onevisit.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A bundle without a fault; tests change only what they are about. */
final class SoundBundle {

    static final String KEY = "sound-bundle";
    static final String PROCESS = "sound-bundle.bpmn";
    static final String DECISION = "sound-rule.dmn";
    static final String HANDLING = "sound-handling.dmn";
    static final String FORM = "sound-review.form";
    static final Library LIBRARY = new Library(
            Set.of("item-handling.bpmn"), Set.of("outcome", "inWedlock"), Map.of("item-handling", Set.of()), Map.of());

    private static final Path FOLDER = Path.of("src/test/resources/studio/sound-bundle");

    private final Map<String, byte[]> files = new TreeMap<>();

    SoundBundle() {
        for (var name :
                List.of(PROCESS, DECISION, HANDLING, FORM, "sound-situation.form", "bundle.yaml", "items.yaml")) {
            try {
                files.put(name, Files.readAllBytes(FOLDER.resolve(name)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    SoundBundle with(String file, String text) {
        files.put(file, text.getBytes(UTF_8));
        return this;
    }

    SoundBundle without(String file) {
        files.remove(file);
        return this;
    }

    SoundBundle changed(String file, String from, String to) {
        var before = text(file);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return with(file, before.replace(from, to));
    }

    String text(String file) {
        return new String(files.get(file), UTF_8);
    }

    Map<String, byte[]> files() {
        return files;
    }

    List<Finding> findings() {
        return new ModelCheck().check(KEY, files, LIBRARY);
    }
}
