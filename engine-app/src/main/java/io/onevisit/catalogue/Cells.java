package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values of elements as people write them in cells, and back. */
final class Cells {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LIST_MARKS = "[、,，;；\\n]";

    /** What spreadsheets take for a formula, in whatever width it is typed; apostrophes before it are our own or the writer's. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

    private Cells() {}

    /** What a cell says, as the element's type has it; what does not fit stays text, for the schema to refuse. */
    static JsonNode value(Element element, String text) {
        var said = plain(Legible.text(text)).strip();
        return switch (element.type()) {
            case NUMBER -> said.matches("-?\\d{1,9}") ? JSON.numberNode(Integer.parseInt(said)) : JSON.textNode(said);
            case FLAG -> flag(said);
            case LIST -> {
                var list = JSON.arrayNode();
                for (var one : said.split(LIST_MARKS)) {
                    if (!one.isBlank()) {
                        list.add(code(element, one.strip()));
                    }
                }
                yield list;
            }
            default -> JSON.textNode(code(element, said));
        };
    }

    /** The value as a cell shows it; no spreadsheet takes it for a formula. */
    static String text(Element element, JsonNode value) {
        if (element.type() == Element.Type.LIST) {
            return safe(StreamSupport.stream(value.spliterator(), false)
                    .map(one -> element.words().getOrDefault(one.asText(), one.asText()))
                    .collect(Collectors.joining("、")));
        }
        return safe(element.words(value));
    }

    static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String plain(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }

    private static JsonNode flag(String said) {
        if (List.of("是", "true", "TRUE", "1", "有").contains(said)) {
            return JSON.booleanNode(true);
        }
        return List.of("否", "false", "FALSE", "0", "无").contains(said) ? JSON.booleanNode(false) : JSON.textNode(said);
    }

    private static String code(Element element, String said) {
        return element.words().entrySet().stream()
                .filter(word -> word.getValue().equals(said))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(said);
    }
}
