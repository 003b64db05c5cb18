package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Names of elements as names of columns and back ({@code bodyCode}, {@code body_code}). */
final class Snake {

    private Snake() {}

    static ObjectNode toColumns(JsonNode object) {
        var columns = JsonNodeFactory.instance.objectNode();
        object.fields().forEachRemaining(field -> columns.set(column(field.getKey()), field.getValue()));
        return columns;
    }

    static ObjectNode toElements(JsonNode columns) {
        var elements = JsonNodeFactory.instance.objectNode();
        columns.fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                elements.set(element(field.getKey()), field.getValue());
            }
        });
        return elements;
    }

    static String column(String element) {
        return element.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String element(String column) {
        var name = new StringBuilder();
        var words = column.split("_");
        name.append(words[0]);
        for (var i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
