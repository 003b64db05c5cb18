package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Brings the document of an item into its one form: no blanks, defaults filled in, rows as rows, every material with a key. */
@Component
class ItemDocuments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ItemSchema schema;

    ItemDocuments(ItemSchema schema) {
        this.schema = schema;
    }

    /** The document of a whole item. */
    ObjectNode whole(JsonNode given) {
        var item = tidy(Legible.all(given));
        for (var element : schema.elements()) {
            var property = schema.property(element.key());
            if (!item.has(element.key()) && property.has("default")) {
                item.set(element.key(), property.get("default").deepCopy());
            }
            if (element.type() == Element.Type.ROWS) {
                rows(item.get(element.key())).forEach(row -> fill(row, element));
            }
        }
        return ordered(keyed(item));
    }

    /** The document of some elements, as an overlay has them; nothing is filled in that was not said. */
    ObjectNode some(JsonNode given) {
        var item = tidy(Legible.all(given));
        item.path("materials").forEach(row -> {
            if (row instanceof ObjectNode material) {
                fill(material, schema.element("materials"));
                material.put("local", true);
            }
        });
        return ordered(item);
    }

    private ObjectNode ordered(ObjectNode item) {
        var ordered = JSON.objectNode();
        schema.elements().stream()
                .filter(element -> item.has(element.key()))
                .forEach(element -> ordered.set(element.key(), item.get(element.key())));
        item.fields().forEachRemaining(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
        return ordered;
    }

    private ObjectNode tidy(JsonNode given) {
        var item = JSON.objectNode();
        given.fields().forEachRemaining(field -> {
            var value = tidyValue(field.getKey(), field.getValue());
            if (value != null) {
                item.set(field.getKey(), value);
            }
        });
        return item;
    }

    private JsonNode tidyValue(String key, JsonNode value) {
        if (value.isNull() || value.isTextual() && value.asText().isBlank()) {
            return null;
        }
        if (value.isTextual()) {
            return JSON.textNode(value.asText().strip());
        }
        if (value instanceof ArrayNode list
                && schema.element(key) != null
                && schema.element(key).type() == Element.Type.ROWS) {
            var rows = JSON.arrayNode();
            list.forEach(row -> rows.add(
                    row.isTextual() ? JSON.objectNode().put("name", row.asText()) : row.isObject() ? tidy(row) : row));
            return rows;
        }
        return value.deepCopy();
    }

    private void fill(ObjectNode row, Element rows) {
        var columns = schema.property(rows.key()).path("items").path("properties");
        rows.parts().forEach(part -> {
            var fallback = columns.path(part.key()).path("default");
            if (!row.has(part.key()) && !fallback.isMissingNode()) {
                row.set(part.key(), fallback.deepCopy());
            }
        });
    }

    private static ObjectNode keyed(ObjectNode item) {
        var number = 0;
        for (var material : rows(item.get("materials"))) {
            number++;
            if (!material.has("material")) {
                material.put("material", "m-" + item.path("code").asText().toLowerCase(Locale.ROOT) + "-" + number);
            }
        }
        return item;
    }

    private static List<ObjectNode> rows(JsonNode rows) {
        var objects = new ArrayList<ObjectNode>();
        if (rows != null) {
            rows.forEach(row -> {
                if (row instanceof ObjectNode object) {
                    objects.add(object);
                }
            });
        }
        return objects;
    }
}
