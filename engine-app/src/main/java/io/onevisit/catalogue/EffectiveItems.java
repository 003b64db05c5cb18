package io.onevisit.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Composes items as they hold in a region: the owner's edition and the overlays of the levels between. */
@Component
class EffectiveItems {

    private final ItemRows items;
    private final OverlayRows overlays;
    private final ItemSchema schema;

    /** The elements of an edition never change; its status is seen within a minute. */
    private final Cache<Edition, StoredItem> editions = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(1, TimeUnit.MINUTES)
            .build();

    EffectiveItems(ItemRows items, OverlayRows overlays, ItemSchema schema) {
        this.items = items;
        this.overlays = overlays;
        this.schema = schema;
    }

    /** What serves, or would if it were not closed, an application made in the region at this instant. */
    EffectiveItem serving(String code, String region, Instant at) {
        var base = items.serving(code, RegionCode.of(region).lineage(), Catalogue.day(at))
                .orElseThrow(() -> unknown(code));
        return composed(base, region, at);
    }

    EffectiveItem edition(String code, String region, int edition, Instant at) {
        return items.edition(code, edition)
                .map(base -> composed(base, region, at))
                .orElseThrow(() -> Problem.notFound("edition-unknown", "事项 %s 没有第 %d 版。".formatted(code, edition)));
    }

    /** What a case keeps of the edition it started with. */
    Optional<EffectiveItem> find(String code, String region, int edition, Instant at) {
        var base = editions.get(new Edition(code, edition), asked -> items.edition(asked.code, asked.number)
                .orElse(null));
        return Optional.ofNullable(base).map(found -> composed(found, region, at));
    }

    private record Edition(String code, int number) {}

    private EffectiveItem composed(StoredItem base, String region, Instant at) {
        return EffectiveItem.of(
                base, overlays.holding(base.code(), RegionCode.of(region).lineage(), Catalogue.day(at), at), schema);
    }

    private Problem unknown(String code) {
        var newest = items.editions(code).stream().findFirst();
        if (newest.isEmpty()) {
            return Problem.notFound("item-unknown", "没有编码为 " + code + " 的事项。");
        }
        var item = newest.get();
        var name = item.document().path("name").asText();
        return item.status() == ItemStatus.WITHDRAWN
                ? Problem.notFound("item-withdrawn", "事项“%s”已撤回：%s".formatted(name, item.statusReason()))
                : Problem.notFound(
                        "item-not-in-force",
                        "事项“%s”在所选地区尚未实施%s。"
                                .formatted(
                                        name,
                                        item.effectiveFrom() == null ? "" : "，自 " + item.effectiveFrom() + " 起施行"));
    }
}
