package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells two documents of an item apart, element by element, in words. */
@Component
class ItemDiff {

    private final ItemSchema schema;

    ItemDiff(ItemSchema schema) {
        this.schema = schema;
    }

    /**
     * One difference.
     *
     * @param row name of the material, link or procedure it is in, empty for an element of the item itself
     * @param before what it was, empty where it was not said
     * @param after what it is, empty where it is no longer said
     */
    record Change(String element, String title, String row, String before, String after) {}

    List<Change> between(ObjectNode before, ObjectNode after) {
        var changes = new ArrayList<Change>();
        for (var element : schema.elements()) {
            var was = before.path(element.key());
            var is = after.path(element.key());
            if (element.type() == Element.Type.ROWS) {
                rows(element, was, is, changes);
            } else if (!was.equals(is)) {
                changes.add(new Change(element.key(), element.title(), "", element.words(was), element.words(is)));
            }
        }
        return changes;
    }

    private static void rows(Element element, JsonNode before, JsonNode after, List<Change> changes) {
        var was = byName(before);
        var is = byName(after);
        var names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        for (var name : names) {
            if (!is.containsKey(name)) {
                changes.add(new Change(element.key(), element.title(), name, name, ""));
            } else if (!was.containsKey(name)) {
                changes.add(new Change(element.key(), element.title(), name, "", name));
            } else {
                parts(element, name, was.get(name), is.get(name), changes);
            }
        }
    }

    private static void parts(Element rows, String name, JsonNode before, JsonNode after, List<Change> changes) {
        for (var part : rows.parts()) {
            var was = before.path(part.key());
            var is = after.path(part.key());
            if (!part.key().equals("material") && !was.equals(is)) {
                changes.add(new Change(rows.key(), part.title(), name, part.words(was), part.words(is)));
            }
        }
    }

    private static Map<String, JsonNode> byName(JsonNode rows) {
        var byName = new LinkedHashMap<String, JsonNode>();
        (rows == null ? MissingNode.getInstance() : rows)
                .forEach(row -> byName.put(row.path("name").asText(), row));
        return byName;
    }
}
