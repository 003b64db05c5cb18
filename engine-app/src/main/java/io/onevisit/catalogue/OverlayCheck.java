package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a lower level may say this of its own about an item: nothing that the level above fixes, and nothing longer. */
@Component
class OverlayCheck {

    private final ItemSchema schema;

    OverlayCheck(ItemSchema schema) {
        this.schema = schema;
    }

    /** @param above the item as the next higher level has it */
    List<Fault> faults(ObjectNode overlay, EffectiveItem above) {
        var faults = new ArrayList<Fault>();
        overlay.fieldNames().forEachRemaining(key -> {
            var element = schema.element(key);
            if (element != null && element.reach() == Element.Reach.PROVINCE) {
                faults.add(Fault.of(element, "“%s”由上级统一规定，本地不能修改。".formatted(element.title())));
            }
        });
        faults.addAll(schema.partialFaults(overlay).stream()
                .filter(fault -> faults.stream().noneMatch(f -> f.element().equals(fault.element())))
                .toList());
        if (faults.isEmpty()) {
            shorter(overlay, above, faults);
            narrower(overlay, above, faults);
            materials(overlay, above, faults);
        }
        return faults;
    }

    /** The item without anybody's overlay. */
    EffectiveItem alone(StoredItem item) {
        return EffectiveItem.of(item, List.of(), schema);
    }

    /** What people call the elements that an overlay has. */
    List<String> titles(ObjectNode overlay) {
        return schema.elements().stream()
                .filter(element -> overlay.has(element.key()))
                .map(Element::title)
                .toList();
    }

    private void shorter(ObjectNode overlay, EffectiveItem above, List<Fault> faults) {
        schema.elements().stream()
                .filter(element -> element.reach() == Element.Reach.SHORTER && overlay.has(element.key()))
                .forEach(element -> {
                    var own = overlay.path(element.key()).asInt();
                    var higher = above.document().path(element.key()).asInt();
                    if (own > higher) {
                        faults.add(Fault.of(
                                element, "“%s”只能比上级更少：本地填写 %d，上级为 %d。".formatted(element.title(), own, higher)));
                    }
                });
        var atOnce = above.document().path("projectType").asText().equals("1");
        if (overlay.has("promised") && overlay.path("promised").asInt() == 0 && !atOnce) {
            faults.add(Fault.of(schema.element("promised"), "只有即办件的承诺办结时限可以为 0。"));
        }
    }

    private void narrower(ObjectNode overlay, EffectiveItem above, List<Fault> faults) {
        schema.elements().stream()
                .filter(element -> element.reach() == Element.Reach.NARROWER && overlay.has(element.key()))
                .forEach(element -> {
                    var own = overlay.get(element.key());
                    var higher = above.document().path(element.key());
                    if (!element.mayReplace(higher, own)) {
                        faults.add(Fault.of(
                                element,
                                "“%s”只能比上级更窄：本地填写“%s”，上级为“%s”。"
                                        .formatted(element.title(), element.words(own), element.words(higher))));
                    }
                });
    }

    private void materials(ObjectNode overlay, EffectiveItem above, List<Fault> faults) {
        var taken = new HashSet<String>();
        above.document().path("materials").forEach(row -> {
            taken.add(row.path("name").asText());
            taken.add(row.path("material").asText());
        });
        for (var row : overlay.path("materials")) {
            var name = row.path("name").asText();
            var key = row.path("material").asText();
            if (!taken.add(name) || !key.isEmpty() && !taken.add(key)) {
                faults.add(Fault.of(schema.element("materials"), "材料“%s”上级已经要求，本地只填写另外需要的材料。".formatted(name)));
            }
        }
    }
}
