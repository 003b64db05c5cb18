package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;

/** Says in a sentence what the JSON schema found. */
final class ShapeFaults {

    private ShapeFaults() {}

    static Fault fault(ItemSchema schema, ValidationMessage message) {
        var path = message.getInstanceLocation();
        var named = message.getProperty() != null && (is(message, "required") || is(message, "additionalProperties"));
        var key = path.getNameCount() > 0 ? String.valueOf(path.getElement(0)) : message.getProperty();
        var element = schema.element(key);
        if (element == null) {
            return new Fault(key, key, 0, "", "没有名为“%s”的要素，请核对列名。".formatted(key));
        }
        if (element.type() == Element.Type.ROWS && path.getNameCount() > 1) {
            var row = Integer.parseInt(String.valueOf(path.getElement(1))) + 1;
            var part =
                    path.getNameCount() > 2 ? String.valueOf(path.getElement(2)) : named ? message.getProperty() : "";
            var definition =
                    schema.property(key).path("items").path("properties").path(part);
            var title = definition.path("title").asText(part);
            return new Fault(
                    key, element.title(), row, part, row(element.title(), row) + sentence(message, title, definition));
        }
        var definition = schema.property(key);
        var shown =
                element.type() == Element.Type.LIST && path.getNameCount() > 1 ? definition.path("items") : definition;
        return Fault.of(element, sentence(message, element.title(), shown, definition));
    }

    /** How a sentence begins that is about one row of an element. */
    static String row(String title, int row) {
        return "%s第 %d 行：".formatted(title, row);
    }

    private static String sentence(ValidationMessage message, String title, JsonNode definition) {
        return sentence(message, title, definition, definition);
    }

    private static String sentence(ValidationMessage message, String title, JsonNode definition, JsonNode words) {
        return switch (message.getType()) {
            case "required" -> "缺少“%s”。".formatted(title);
            case "additionalProperties" -> "没有名为“%s”的列。".formatted(title);
            case "enum" -> "“%s”应为下列之一：%s。".formatted(title, choices(definition, words));
            case "minimum", "maximum" ->
                "“%s”应在 %s 至 %s 之间。"
                        .formatted(
                                title,
                                definition.path("minimum").asText("0"),
                                definition.path("maximum").asText());
            case "maxLength" ->
                "“%s”不能超过 %s 个字。".formatted(title, definition.path("maxLength").asText());
            case "minLength" ->
                "“%s”至少 %s 个字。".formatted(title, definition.path("minLength").asText());
            case "pattern" ->
                "“%s”格式不对%s。"
                        .formatted(
                                title,
                                definition.has("description")
                                        ? "，应为" + definition.path("description").asText()
                                        : "");
            case "uniqueItems" -> "“%s”中有重复的值。".formatted(title);
            case "maxItems" ->
                "“%s”不能超过 %s 行。".formatted(title, definition.path("maxItems").asText());
            case "minItems" -> "“%s”至少填写一个。".formatted(title);
            case "format" -> "“%s”应为日期，例如 2026-01-01。".formatted(title);
            default -> "“%s”应为%s。".formatted(title, kind(definition));
        };
    }

    private static String choices(JsonNode definition, JsonNode words) {
        var choices = new StringBuilder();
        definition.path("enum").forEach(code -> {
            var word = words.path("words").path(code.asText()).asText();
            choices.append(choices.isEmpty() ? "" : "、").append(word.isEmpty() ? code.asText() : word);
        });
        return choices.toString();
    }

    private static String kind(JsonNode definition) {
        return switch (definition.path("type").asText()) {
            case "integer" -> "整数";
            case "boolean" -> "“是”或“否”";
            case "array" -> "列表";
            default -> "文字";
        };
    }

    private static boolean is(ValidationMessage message, String keyword) {
        return keyword.equals(message.getType());
    }
}
