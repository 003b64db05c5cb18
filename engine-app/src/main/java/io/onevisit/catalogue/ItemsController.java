package io.onevisit.catalogue;

import io.onevisit.problems.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, open to anyone: items found, read, their editions and what changed between them. */
@RestController
@RequestMapping("/api/items")
class ItemsController {

    private final ItemSearch search;
    private final ItemPages pages;
    private final Editions editions;
    private final ItemDiff diff;
    private final Regions regions;

    ItemsController(ItemSearch search, ItemPages pages, Editions editions, ItemDiff diff, Regions regions) {
        this.search = search;
        this.pages = pages;
        this.editions = editions;
        this.diff = diff;
        this.regions = regions;
    }

    @GetMapping
    ItemSearch.Found find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = Catalogue.PROVINCE) String region,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "1") int page) {
        known(region);
        return search.find(new ItemSearch.Query(q, region, department, type, audience, "", false, page));
    }

    @GetMapping("/{code}")
    ItemPage one(
            @PathVariable String code,
            @RequestParam(defaultValue = Catalogue.PROVINCE) String region,
            @RequestParam(required = false) Integer edition) {
        known(region);
        return edition == null ? pages.today(code, region) : pages.edition(code, region, edition);
    }

    @GetMapping("/{code}/editions")
    List<EditionRow> editions(@PathVariable String code) {
        var serving = editions.serving(code);
        return editions.of(code).stream()
                .map(item -> new EditionRow(
                        item.edition(),
                        item.status(),
                        item.status().label(),
                        item.statusReason(),
                        item.effectiveFrom(),
                        item.effectiveTo(),
                        item.recordedAt(),
                        item.edition() == serving))
                .toList();
    }

    @GetMapping("/{code}/diff")
    Difference diff(@PathVariable String code, @RequestParam int from, @RequestParam int to) {
        var before = editions.one(code, from);
        var after = editions.one(code, to);
        return new Difference(code, from, to, diff.between(before.document(), after.document()));
    }

    private void known(String region) {
        if (regions.find(region).isEmpty()) {
            throw Problem.invalid("region-unknown", "没有编码为 %s 的行政区划，请重新选择地区。".formatted(region))
                    .with("field", "region");
        }
    }

    /** @param serving whether it is the one that serves today */
    record EditionRow(
            int edition,
            ItemStatus status,
            String statusLabel,
            String reason,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            Instant recordedAt,
            boolean serving) {}

    record Difference(String code, int from, int to, List<ItemDiff.Change> changes) {}
}
