package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Texts as they can be kept and shown. Control characters and halves of characters, which neither the database nor a
 * workbook holds, become the one mark for what is illegible; a row that has it is wrong and says so.
 */
final class Legible {

    static final String MARK = "\uFFFD";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern ILLEGIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");

    private Legible() {}

    static String text(String text) {
        return ILLEGIBLE.matcher(text).replaceAll(MARK);
    }

    /** The same of all texts and names in a document; whole numbers are written as such. */
    static JsonNode all(JsonNode given) {
        if (given instanceof ObjectNode object) {
            var copy = JSON.objectNode();
            object.fields().forEachRemaining(field -> copy.set(text(field.getKey()), all(field.getValue())));
            return copy;
        }
        if (given instanceof ArrayNode list) {
            var copy = JSON.arrayNode();
            list.forEach(one -> copy.add(all(one)));
            return copy;
        }
        if (given.isTextual()) {
            return JSON.textNode(text(given.asText()));
        }
        return given.isFloatingPointNumber() ? number(given) : given;
    }

    /** Whether a document has something illegible in it. */
    static boolean marked(JsonNode given) {
        if (given.isTextual()) {
            return given.asText().contains(MARK);
        }
        for (var one : given) {
            if (marked(one)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode number(JsonNode given) {
        var value = given.asDouble();
        return given.canConvertToInt() && value == Math.rint(value)
                ? JSON.numberNode(given.asInt())
                : JSON.textNode(given.asText());
    }
}
