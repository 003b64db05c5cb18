package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the page of an item: every element it has, in words, with the level it comes from. */
@Component
class ItemPages {

    private final EffectiveItems items;
    private final Catalogue catalogue;
    private final ItemSchema schema;
    private final Regions regions;
    private final Clock time;

    ItemPages(EffectiveItems items, Catalogue catalogue, ItemSchema schema, Regions regions, Clock time) {
        this.items = items;
        this.catalogue = catalogue;
        this.schema = schema;
        this.regions = regions;
        this.time = time;
    }

    /** The item as it serves the region today. */
    ItemPage today(String code, String region) {
        var item = items.serving(code, region, time.instant());
        return page(item, region, catalogue.offered(code, region).closed().orElse(null));
    }

    /** One edition as the region has it today, closed or not. */
    ItemPage edition(String code, String region, int edition) {
        var item = items.edition(code, region, edition, time.instant());
        var closed = item.base().status() == ItemStatus.IN_FORCE
                ? null
                : "第 %d 版已%s：%s"
                        .formatted(
                                edition,
                                item.base().status().label(),
                                item.base().statusReason());
        return page(item, region, closed);
    }

    private ItemPage page(EffectiveItem item, String region, String closed) {
        var known = new HashMap<String, ItemPage.Origin>();
        var lines = new ArrayList<ItemPage.Line>();
        for (var element : schema.elements()) {
            var value = item.document().get(element.key());
            if (value == null || value.isArray() && value.isEmpty()) {
                continue;
            }
            var origin = item.origins().getOrDefault(element.key(), item.base().region());
            lines.add(new ItemPage.Line(
                    element.key(),
                    element.title(),
                    element.no(),
                    element.group(),
                    element.reach().name(),
                    value,
                    words(element, value, item.document()),
                    rows(element, value),
                    known.computeIfAbsent(origin, this::origin)));
        }
        var document = item.document();
        return new ItemPage(
                item.base().code(),
                document.path("name").asText(),
                item.base().edition(),
                region,
                origin(region).name(),
                catalogue.departmentName(document.path("department").asText()),
                closed,
                document.hasNonNull("form") ? document.path("form").asText() : null,
                lines);
    }

    private String words(Element element, JsonNode value, JsonNode item) {
        return switch (element.key()) {
            case "department" -> catalogue.departmentName(value.asText());
            case "promised", "statutory" ->
                value.asInt() == 0
                        ? "当场办结"
                        : value.asText() + " 个" + schema.element("unit").words(item.path("unit"));
            default -> element.words(value);
        };
    }

    private static List<Map<String, String>> rows(Element element, JsonNode value) {
        if (element.type() != Element.Type.ROWS) {
            return List.of();
        }
        var rows = new ArrayList<Map<String, String>>();
        value.forEach(row -> {
            var words = new LinkedHashMap<String, String>();
            element.parts().stream()
                    .filter(part -> row.hasNonNull(part.key()) && !part.key().equals("material"))
                    .forEach(part -> words.put(part.title(), part.words(row.get(part.key()))));
            rows.add(words);
        });
        return rows;
    }

    private ItemPage.Origin origin(String region) {
        return regions.find(region)
                .map(known -> new ItemPage.Origin(region, known.name(), known.level()))
                .orElse(new ItemPage.Origin(region, region, ""));
    }
}
