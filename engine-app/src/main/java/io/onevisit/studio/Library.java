package io.onevisit.studio;

import java.util.Map;
import java.util.Set;

/**
 * What a bundle may lean on: the files of {@code shared}, as they are published.
 *
 * @param names names of the shared files
 * @param fields keys of the field dictionary
 * @param calls which process calls which, by key
 */
public record Library(Set<String> names, Set<String> fields, Map<String, Set<String>> calls) {

    /**
     * @param shared the files of {@code shared}
     * @param dictionary the field dictionary, {@code fields.yaml}
     */
    public static Library of(Map<String, byte[]> shared, byte[] dictionary) {
        var files = ModelFile.read(shared);
        var fields = ModelFile.read(Fields.FILE, dictionary);
        return new Library(Set.copyOf(shared.keySet()), Fields.of(Map.of(Fields.FILE, fields)), Calls.of(files));
    }

    /** For the check of {@code shared} itself, which leans on nothing but the dictionary. */
    Library alone() {
        return new Library(Set.of(), fields, Map.of());
    }

    boolean offers(String file) {
        return names.contains(file);
    }
}
