package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One element of a service item (事项要素), as {@code catalogue/item.schema.yaml} describes it.
 *
 * @param no its row in the national list of elements, 0 where it has none
 * @param words what its codes mean, empty where it has none
 * @param widest its codes from the widest to the narrowest, for an element that lower levels may narrow
 * @param parts the columns of a row, for elements that are rows (materials, links, special procedures)
 */
record Element(
        String key,
        String title,
        int no,
        String group,
        Reach reach,
        boolean column,
        Type type,
        Map<String, String> words,
        List<String> widest,
        List<Element> parts,
        String help) {

    /** Who may say what the element is. */
    enum Reach {
        PROVINCE,
        LOCAL,
        SHORTER,
        NARROWER
    }

    enum Type {
        TEXT,
        NUMBER,
        FLAG,
        DATE,
        LIST,
        ROWS
    }

    /** The element's value as people read it; empty where there is none. */
    String words(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return switch (type) {
            case FLAG -> value.asBoolean() ? "是" : "否";
            case LIST ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(one -> words.getOrDefault(one.asText(), one.asText()))
                        .collect(Collectors.joining("、"));
            case ROWS ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(one -> one.path("name").asText())
                        .collect(Collectors.joining("、"));
            default -> words.getOrDefault(value.asText(), value.asText());
        };
    }

    /** Whether a lower level may say this where the level above says that. */
    boolean mayReplace(JsonNode above, JsonNode own) {
        return switch (reach) {
            case PROVINCE -> false;
            case LOCAL -> true;
            case SHORTER -> own.asInt() <= above.asInt();
            case NARROWER -> widest.indexOf(own.asText()) >= widest.indexOf(above.asText());
        };
    }

    Element part(String name) {
        return parts.stream()
                .filter(part -> part.key().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
