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

    /** For the check of {@code shared} itself: it leans on nothing. */
    public static final Library NONE = new Library(Set.of(), Set.of(), Map.of());

    public static Library of(Map<String, byte[]> shared) {
        var files = ModelFile.read(shared);
        return new Library(Set.copyOf(shared.keySet()), Fields.of(files), Calls.of(files));
    }

    boolean offers(String file) {
        return names.contains(file);
    }
}
