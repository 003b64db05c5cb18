package io.onevisit.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The field dictionary: the only keys a form may ask for. */
final class Fields {

    static final String FILE = "fields.yaml";

    private Fields() {}

    static Set<String> of(Map<String, ModelFile> files) {
        Set<String> keys = new TreeSet<>();
        var dictionary = files.get(FILE);
        if (dictionary != null && dictionary.json() != null) {
            list(dictionary.json()).forEach(field -> keys.add(field.path("key").asText()));
        }
        keys.remove("");
        return keys;
    }

    /** The entries, whether the file is a list or has them under {@code fields}. */
    static JsonNode list(JsonNode dictionary) {
        return dictionary.isArray() ? dictionary : dictionary.path("fields");
    }
}
