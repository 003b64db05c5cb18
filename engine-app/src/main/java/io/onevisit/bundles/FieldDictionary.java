package io.onevisit.bundles;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every field that a form may ask, once, with where its value can come from. */
@Component
public class FieldDictionary {

    private final Map<String, Field> fields;

    FieldDictionary() {
        try (var in = new ClassPathResource("forms/fields.yaml").getInputStream()) {
            var list = new ObjectMapper(new YAMLFactory())
                    .readValue(in, Dictionary.class)
                    .fields();
            this.fields = list.stream().collect(Collectors.toMap(Field::key, Function.identity()));
        } catch (IOException e) {
            throw new IllegalStateException("forms/fields.yaml cannot be read", e);
        }
    }

    public Optional<Field> find(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** What a form says to help with a field, else what is said of it everywhere; empty where nothing is. */
    public String help(FormReader.Field asked) {
        return asked.help().isEmpty() ? find(asked.key()).map(Field::help).orElse("") : asked.help();
    }

    /** Whether a field says something about a person. */
    public boolean personal(String key) {
        return find(key).map(Field::personal).orElse(false);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Dictionary(List<Field> fields) {}

    /**
     * One field.
     *
     * @param personal whether it says something about a person
     * @param validate a named check beyond the form's own, e.g. {@code idNo}; {@code null} for none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Field(
            String key, String label, String type, Source source, boolean personal, String help, String validate) {}

    /** The face field of a license that a value is taken from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(String license, String holder, String field) {}
}
