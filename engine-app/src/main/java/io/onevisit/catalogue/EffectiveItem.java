package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item as it holds in a region: what its owner says, and over it what each lower level says of its own.
 *
 * @param origins the region that each element comes from
 */
record EffectiveItem(StoredItem base, ObjectNode document, Map<String, String> origins, List<Overlay> overlays) {

    static EffectiveItem of(StoredItem base, List<Overlay> overlays, ItemSchema schema) {
        var document = base.document().deepCopy();
        var origins = new LinkedHashMap<String, String>();
        document.fieldNames().forEachRemaining(key -> origins.put(key, base.region()));
        overlays.forEach(overlay -> overlay.elements().fields().forEachRemaining(field -> {
            var element = schema.element(field.getKey());
            if (element == null || !element.mayReplace(document.path(element.key()), field.getValue())) {
                return;
            }
            if (element.type() == Element.Type.ROWS) {
                ((ArrayNode) document.withArray(element.key()))
                        .addAll((ArrayNode) field.getValue().deepCopy());
            } else if (element.reach() != Element.Reach.LOCAL
                    && field.getValue().equals(document.path(element.key()))) {
                return;
            } else {
                document.set(element.key(), field.getValue());
            }
            origins.put(element.key(), overlay.region());
        }));
        return new EffectiveItem(base, document, origins, overlays);
    }
}
