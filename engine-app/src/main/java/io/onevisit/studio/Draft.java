package io.onevisit.studio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A bundle's files under check, with what they may lean on. */
record Draft(String key, Map<String, ModelFile> files, Library library) {

    static final String SHARED = "shared";

    boolean isShared() {
        return key.equals(SHARED);
    }

    boolean has(String file) {
        return files.containsKey(file);
    }

    /** The other bundle to which a model of this name belongs, {@code null} if there is none. */
    String ownerOf(ModelFile file) {
        return file.kind().isModel() ? library.owners().get(file.name()) : null;
    }

    /** Whether the file is not ours but {@code shared} has it. */
    boolean leansOn(String file) {
        return !has(file) && library.offers(file);
    }

    /** A form or data file, if it is there and readable. */
    Optional<ModelFile> data(String file) {
        return Optional.ofNullable(files.get(file)).filter(found -> found.json() != null);
    }

    /** A process or decision, if it is there and readable. */
    Optional<ModelFile> model(String file) {
        return Optional.ofNullable(files.get(file)).filter(found -> found.xml() != null);
    }

    Set<String> fields() {
        return library.fields();
    }

    Map<String, Set<String>> calls() {
        Map<String, Set<String>> calls = new TreeMap<>(library.calls());
        calls.putAll(Calls.of(files));
        return calls;
    }
}
