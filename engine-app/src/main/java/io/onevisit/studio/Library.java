package io.onevisit.studio;

import java.util.Map;
import java.util.Set;

/**
 * What surrounds a bundle under check.
 *
 * @param names names of the files of {@code shared}, on which every bundle may lean
 * @param fields keys of the field dictionary
 * @param calls which shared process calls which, by key
 * @param owners names of the models of all other bundles, each with its bundle: what they hold is theirs
 */
public record Library(
        Set<String> names, Set<String> fields, Map<String, Set<String>> calls, Map<String, String> owners) {

    /**
     * @param shared the files of {@code shared}
     * @param dictionary the field dictionary, {@code fields.yaml}
     */
    public static Library of(Map<String, byte[]> shared, byte[] dictionary, Map<String, String> owners) {
        var files = ModelFile.read(shared);
        var fields = ModelFile.read(Fields.FILE, dictionary);
        return new Library(
                Set.copyOf(shared.keySet()), Fields.of(Map.of(Fields.FILE, fields)), Calls.of(files), owners);
    }

    /** For the check of {@code shared} itself, which leans on nothing but the dictionary. */
    Library alone() {
        return new Library(Set.of(), fields, Map.of(), owners);
    }

    boolean offers(String file) {
        return names.contains(file);
    }
}
