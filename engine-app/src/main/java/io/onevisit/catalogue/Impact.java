package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows before an item changes what would be touched: bundles, running cases, and what lower levels say of their own. */
@Component
class Impact {

    private final List<ItemUse> uses;
    private final OverlayRows overlays;
    private final OverlayCheck check;
    private final ItemRows items;
    private final Regions regions;
    private final Clock time;

    Impact(List<ItemUse> uses, OverlayRows overlays, OverlayCheck check, ItemRows items, Regions regions, Clock time) {
        this.uses = uses;
        this.overlays = overlays;
        this.check = check;
        this.items = items;
        this.regions = regions;
        this.time = time;
    }

    /** @param conflicts what no longer agrees with the item, in sentences; empty where the overlay goes on as it is */
    record Local(String region, String name, List<String> elements, List<String> conflicts) {}

    record Report(List<ItemUse.Use> uses, List<Local> overlays) {}

    /** What the newest edition touches. */
    Report of(String code) {
        return of(
                code,
                items.newest(List.of(code)).stream()
                        .findFirst()
                        .map(StoredItem::document)
                        .orElse(null));
    }

    /** What the item would touch if it became this. */
    Report of(String code, ObjectNode candidate) {
        var found = new ArrayList<ItemUse.Use>();
        uses.forEach(use -> found.addAll(use.of(code)));
        return new Report(found, candidate == null ? List.of() : locals(code, candidate));
    }

    private List<Local> locals(String code, ObjectNode candidate) {
        var newest = new LinkedHashMap<String, Overlay>();
        overlays.of(code).forEach(overlay -> newest.putIfAbsent(overlay.region(), overlay));
        var base = new StoredItem(
                code, Catalogue.PROVINCE, 0, ItemStatus.IN_FORCE, null, null, null, time.instant(), "", candidate);
        return newest.values().stream()
                .filter(overlay -> !overlay.elements().isEmpty())
                .map(overlay -> new Local(
                        overlay.region(),
                        regions.find(overlay.region()).map(Region::name).orElse(overlay.region()),
                        check.titles(overlay.elements()),
                        check.faults(overlay.elements(), check.alone(base)).stream()
                                .map(Fault::sentence)
                                .toList()))
                .toList();
    }
}
