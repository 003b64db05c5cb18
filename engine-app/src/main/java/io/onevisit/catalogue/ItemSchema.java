package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The elements of a service item and their shape: the one place that says which there are and what is allowed in them. */
@Component
class ItemSchema {

    private static final String FILE = "catalogue/item.schema.yaml";

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final ObjectNode definition;
    private final JsonSchema whole;
    private final JsonSchema partial;

    ItemSchema() {
        definition = read();
        definition
                .get("properties")
                .fields()
                .forEachRemaining(
                        property -> elements.put(property.getKey(), element(property.getKey(), property.getValue())));
        whole = compiled(definition);
        var anyPart = definition.deepCopy();
        anyPart.remove("required");
        partial = compiled(anyPart);
    }

    List<Element> elements() {
        return List.copyOf(elements.values());
    }

    Element element(String key) {
        return elements.get(key);
    }

    /** What is wrong with the shape of a whole item. */
    List<Fault> faults(ObjectNode item) {
        return faults(whole, item);
    }

    /** What is wrong with the shape of some elements, whether or not others are missing. */
    List<Fault> partialFaults(ObjectNode some) {
        return faults(partial, some);
    }

    JsonNode property(String key) {
        return definition.path("properties").path(key);
    }

    private List<Fault> faults(JsonSchema schema, ObjectNode item) {
        var order = List.copyOf(elements.keySet());
        var illegible = elements.values().stream()
                .filter(element -> Legible.marked(item.path(element.key())))
                .map(element -> Fault.of(element, "“%s”含有乱码或者不可见的字符，请重新填写。".formatted(element.title())));
        var shape = schema.validate(item).stream()
                .map(message -> ShapeFaults.fault(this, message))
                .distinct();
        return Stream.concat(illegible, shape)
                .sorted(Comparator.comparingInt(fault -> order.indexOf(fault.element())))
                .toList();
    }

    private static ObjectNode read() {
        try (var in = new ClassPathResource(FILE).getInputStream()) {
            return (ObjectNode) new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static JsonSchema compiled(ObjectNode definition) {
        var dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
        Stream.of("no", "group", "reach", "column", "words", "widest")
                .forEach(ours -> dialect.keyword(new NonValidationKeyword(ours)));
        var factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
                .metaSchema(dialect.build())
                .build();
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return factory.getSchema(definition, config);
    }

    private static Element element(String key, JsonNode property) {
        var parts = new ArrayList<Element>();
        property.path("items")
                .path("properties")
                .fields()
                .forEachRemaining(part -> parts.add(element(part.getKey(), part.getValue())));
        var words = new LinkedHashMap<String, String>();
        property.path("words")
                .fields()
                .forEachRemaining(
                        word -> words.put(word.getKey(), word.getValue().asText()));
        var widest = new ArrayList<String>();
        property.path("widest").forEach(code -> widest.add(code.asText()));
        return new Element(
                key,
                property.path("title").asText(),
                property.path("no").asInt(),
                property.path("group").asText(),
                Element.Reach.valueOf(property.path("reach").asText("province").toUpperCase(Locale.ROOT)),
                property.path("column").asBoolean(),
                type(property),
                words,
                widest,
                parts,
                property.path("description").asText());
    }

    private static Element.Type type(JsonNode property) {
        return switch (property.path("type").asText()) {
            case "integer" -> Element.Type.NUMBER;
            case "boolean" -> Element.Type.FLAG;
            case "array" ->
                property.path("items").path("type").asText().equals("object") ? Element.Type.ROWS : Element.Type.LIST;
            default -> property.path("format").asText().equals("date") ? Element.Type.DATE : Element.Type.TEXT;
        };
    }
}
