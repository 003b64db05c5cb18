package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values of elements as people write them in cells, and back. */
final class Cells {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MARKS = "、,，;；\n";

    /** One word of a list: in quotation marks where a mark is part of it. */
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|“[^”]*”|[^" + MARKS + "]+");

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
                words(element, said).forEach(one -> list.add(code(element, one)));
                yield list;
            }
            default -> JSON.textNode(code(element, said));
        };
    }

    /** The value as a cell shows it; no spreadsheet takes it for a formula. */
    static String text(Element element, JsonNode value) {
        if (element.type() == Element.Type.LIST) {
            return safe(StreamSupport.stream(value.spliterator(), false)
                    .map(one -> element.words().getOrDefault(one.asText(), quoted(one.asText())))
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

    /** The words of a list; those that the element knows may have marks in them (镇（乡、街道）级). */
    private static List<String> words(Element element, String said) {
        var words = new ArrayList<String>();
        var at = 0;
        while (at < said.length()) {
            if (MARKS.indexOf(said.charAt(at)) >= 0 || Character.isWhitespace(said.charAt(at))) {
                at++;
                continue;
            }
            var from = at;
            var known = element.words().values().stream()
                    .filter(word -> said.startsWith(word, from))
                    .filter(word -> from + word.length() == said.length()
                            || MARKS.indexOf(said.charAt(from + word.length())) >= 0)
                    .findFirst();
            var next = WORD.matcher(said).region(at, said.length());
            var word = known.orElseGet(() -> next.lookingAt() ? next.group() : said.substring(from, from + 1));
            words.add(known.isPresent() ? word : unquoted(word.strip()));
            at += word.length();
        }
        return words;
    }

    private static String quoted(String word) {
        if (word.chars().noneMatch(c -> (MARKS + "“”\"").indexOf(c) >= 0)) {
            return word;
        }
        return word.indexOf('“') >= 0 || word.indexOf('”') >= 0 ? '"' + word + '"' : "“" + word + "”";
    }

    private static String unquoted(String word) {
        var ends = word.length() < 2 ? "" : "" + word.charAt(0) + word.charAt(word.length() - 1);
        return ends.equals("“”") || ends.equals("\"\"") ? word.substring(1, word.length() - 1) : word;
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
