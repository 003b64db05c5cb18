package io.onevisit.workers.materials;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Where the fields of one kind of document stand; a data file per kind.
 *
 * @param others labels of what is not taken over
 */
record FieldLayout(List<Field> fields, List<String> others) {

    /** @param labels what the field is called on paper, the surest first; {@code #2} asks for the second from the top */
    record Field(String key, String label, FieldType type, List<String> labels) {}

    static Optional<FieldLayout> of(String kind) {
        if (!kind.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (var file = FieldLayout.class.getResourceAsStream("/materials/" + kind + ".yaml")) {
            if (file == null) {
                return Optional.empty();
            }
            Map<String, Object> content = new Yaml().load(file);
            var strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
            return Optional.of(strict.convertValue(content, FieldLayout.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything on the page that is a label, longest first: the short ones are parts of the long ones. */
    List<String> allLabels() {
        return Stream.concat(
                        fields.stream()
                                .flatMap(field -> field.labels().stream())
                                .map(FieldLayout::text),
                        others.stream())
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    static String text(String label) {
        return label.replaceAll("#\\d+$", "");
    }

    static int place(String label) {
        var at = label.lastIndexOf('#');
        return at < 0 ? 0 : Integer.parseInt(label.substring(at + 1));
    }
}
