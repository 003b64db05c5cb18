package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The analyst's catalogue: every edition, what it touches, and what each region says of its own. */
@RestController
@RequestMapping("/api/studio/catalogue")
class StudioItemsController {

    private final ItemSearch search;
    private final ItemSchema schema;
    private final Editions editions;
    private final Impact impact;
    private final Overlays overlays;
    private final OverlayRows overlayRows;
    private final EffectiveItems items;
    private final Regions regions;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Clock time;

    StudioItemsController(
            ItemSearch search,
            ItemSchema schema,
            Editions editions,
            Impact impact,
            Overlays overlays,
            OverlayRows overlayRows,
            EffectiveItems items,
            Regions regions,
            Catalogue catalogue,
            Accounts accounts,
            Clock time) {
        this.search = search;
        this.schema = schema;
        this.editions = editions;
        this.impact = impact;
        this.overlays = overlays;
        this.overlayRows = overlayRows;
        this.items = items;
        this.regions = regions;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.time = time;
    }

    @GetMapping("/items")
    ItemSearch.Found find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page) {
        return search.find(
                new ItemSearch.Query(q, accounts.current().region(), department, type, "", status, true, page));
    }

    /** What there is to choose from: the elements, the analyst's regions, item types. */
    @GetMapping("/words")
    Words words() {
        var mine = accounts.current().region();
        return new Words(
                schema.elements(),
                regions.within(mine),
                schema.element("itemType").words(),
                catalogue.departmentNames());
    }

    @GetMapping("/items/{code}/impact")
    Impact.Report impact(@PathVariable String code) {
        editions.of(code);
        return impact.of(code);
    }

    @PostMapping("/items/{code}/editions/{edition}/status")
    @Noted(value = Verb.CHANGE_ITEM, kind = Kind.ITEM, number = "#code + ' ' + #edition", why = "#change.reason()")
    void change(@PathVariable String code, @PathVariable int edition, @RequestBody @Valid StatusChange change) {
        var who = mayEdit(editions.one(code, edition).region());
        editions.change(code, edition, change.status(), change.reason(), who.name());
    }

    /** What a region says of its own, beside what it inherits. */
    @GetMapping("/items/{code}/overlays/{region}")
    Own own(@PathVariable String code, @PathVariable String region) {
        mayEdit(region);
        var number = overlays.newest(code, region);
        var elements = overlayRows.of(code).stream()
                .filter(overlay -> overlay.region().equals(region) && overlay.edition() == number)
                .findFirst();
        var lineage = RegionCode.of(region).lineage();
        var above = items.serving(code, lineage.get(Math.min(1, lineage.size() - 1)), time.instant());
        return new Own(
                region,
                regions.find(region).map(Region::name).orElse(region),
                number,
                elements.map(Overlay::effectiveFrom).orElse(null),
                elements.map(Overlay::elements).orElse(null),
                above.document(),
                above.origins());
    }

    @PostMapping("/items/{code}/overlays/{region}/check")
    List<Fault> check(@PathVariable String code, @PathVariable String region, @RequestBody ObjectNode elements) {
        mayEdit(region);
        return overlays.faults(code, region, elements);
    }

    @PutMapping("/items/{code}/overlays/{region}")
    @Noted(value = Verb.CHANGE_LOCAL_ITEM, kind = Kind.ITEM, number = "#code + ' ' + #region", why = "#change.note()")
    Map<String, Integer> save(
            @PathVariable String code, @PathVariable String region, @RequestBody @Valid OverlayChange change) {
        var who = mayEdit(region);
        var number = overlays.save(
                code,
                region,
                change.elements(),
                change.effectiveFrom(),
                change.basedOn(),
                change.note() == null ? "" : change.note(),
                who.name());
        return Map.of("edition", number);
    }

    private Account mayEdit(String region) {
        var who = accounts.current();
        if (!RegionCode.of(who.region()).holds(region)) {
            throw Problem.forbidden("region-not-yours", "您只能维护本地区及下级地区的事项要素。");
        }
        return who;
    }

    record Words(
            List<Element> elements,
            List<Region> regions,
            Map<String, String> itemTypes,
            Map<String, String> departments) {}

    record StatusChange(@NotNull ItemStatus status, @Size(max = 500) String reason) {}

    /** @param edition number of the overlay, 0 where the region has none */
    record Own(
            String region,
            String regionName,
            int edition,
            LocalDate effectiveFrom,
            ObjectNode elements,
            ObjectNode above,
            Map<String, String> origins) {}

    record OverlayChange(
            @NotNull JsonNode elements, LocalDate effectiveFrom, int basedOn, @Size(max = 500) String note) {}
}
