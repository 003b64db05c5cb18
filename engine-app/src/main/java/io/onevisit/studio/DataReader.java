package io.onevisit.studio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.onevisit.studio.ModelReader.Unreadable;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads forms (JSON) and bundle data (YAML) that may be hostile, within limits; both come out as plain trees. */
final class DataReader {

    private static final int DEEPEST = 40;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(40)
            .maxStringLength(100_000)
            .build();

    private static final ObjectMapper JSON =
            strict(new JsonFactoryBuilder().streamReadConstraints(LIMITS).build());
    private static final ObjectMapper YAML = strict(YAMLFactory.builder()
            .loaderOptions(limits())
            .streamReadConstraints(LIMITS)
            .build());

    private DataReader() {}

    static JsonNode json(String text) throws Unreadable {
        return read(JSON, text, "JSON");
    }

    /** References (&amp;, *) are not resolved by this reader, so they cannot be used to inflate a file. */
    static JsonNode yaml(String text) throws Unreadable {
        return read(YAML, text, "YAML");
    }

    private static JsonNode read(ObjectMapper mapper, String text, String language) throws Unreadable {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Unreadable("第 %d 行附近不是正确的 %s，请检查括号、引号、缩进和重复的键。".formatted(line, language));
        }
    }

    private static ObjectMapper strict(JsonFactory factory) {
        return new ObjectMapper(factory)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        limits.setAllowDuplicateKeys(false);
        limits.setCodePointLimit(ModelFile.LARGEST);
        return limits;
    }
}
