package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.problems.PossibleDays;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What cities, counties, townships and villages say of their own about the items of the levels above them. */
@Component
class Overlays {

    private final JdbcClient sql;
    private final ItemDocuments documents;
    private final OverlayCheck check;
    private final OverlayRows rows;
    private final EffectiveItems items;
    private final Regions regions;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Overlays(
            JdbcClient sql,
            ItemDocuments documents,
            OverlayCheck check,
            OverlayRows rows,
            EffectiveItems items,
            Regions regions,
            ApplicationEventPublisher events,
            Clock time) {
        this.sql = sql;
        this.documents = documents;
        this.check = check;
        this.rows = rows;
        this.items = items;
        this.regions = regions;
        this.events = events;
        this.time = time;
    }

    /** What is wrong with an overlay, without keeping it. */
    List<Fault> faults(String code, String region, JsonNode elements) {
        return check.faults(documents.some(elements), above(code, region));
    }

    /**
     * Keeps an overlay, whole in place of the region's earlier one; empty, it takes that one back.
     *
     * @param from its first day, {@code null}: today
     * @param basedOn number of the overlay that was seen when editing began, 0 for none; another one is a 409 problem
     */
    @Transactional
    int save(String code, String region, JsonNode elements, LocalDate from, int basedOn, String note, String who) {
        sql.sql("select pg_advisory_xact_lock(hashtext(:key))")
                .param("key", "overlay:" + code + ":" + region)
                .query((row, n) -> 0)
                .list();
        regions.forNew(region);
        var today = Catalogue.day(time.instant());
        if (from != null && from.isBefore(today)) {
            throw Problem.invalid("overlay-past", "本地要素的生效日期不能早于今天。").with("field", "effectiveFrom");
        }
        if (from != null && !PossibleDays.hold(from)) {
            throw Problem.invalid("overlay-date", "本地要素的生效日期" + PossibleDays.SENTENCE)
                    .with("field", "effectiveFrom");
        }
        if (newest(code, region) != basedOn) {
            throw Problem.conflict("overlay-outdated", "这个地区的本地要素刚刚被他人修改，请载入最新内容后再改。");
        }
        var overlay = documents.some(elements);
        var faults = check.faults(overlay, above(code, region));
        if (!faults.isEmpty()) {
            throw Problem.invalid("overlay-invalid", faults.get(0).sentence())
                    .with(
                            "errors",
                            faults.stream()
                                    .map(fault -> Map.of("field", fault.element(), "message", fault.sentence()))
                                    .toList());
        }
        keyed(code, region, overlay);
        events.publishEvent(new ItemsChanged(List.of(code)));
        return rows.add(code, region, overlay, from == null ? today : from, time.instant(), who, note);
    }

    /** Number of the region's newest overlay, 0 where it has none. */
    int newest(String code, String region) {
        return rows.of(code).stream()
                .filter(overlay -> overlay.region().equals(region))
                .mapToInt(Overlay::edition)
                .max()
                .orElse(0);
    }

    /** The item as the next level above the region has it today. */
    private EffectiveItem above(String code, String region) {
        var lineage = RegionCode.of(region).lineage();
        if (lineage.size() < 2) {
            throw Problem.invalid("overlay-top", "省级事项请直接修改，不需要本地要素。").with("field", "region");
        }
        var item = items.serving(code, lineage.get(1), time.instant());
        if (!RegionCode.of(item.base().region()).holds(region)
                || region.equals(item.base().region())) {
            throw Problem.invalid("overlay-region", "该事项不由所选地区的上级制定。").with("field", "region");
        }
        return item;
    }

    private void keyed(String code, String region, ObjectNode overlay) {
        for (var row : overlay.path("materials")) {
            var material = (ObjectNode) row;
            if (!material.has("material")) {
                material.put(
                        "material",
                        "m-" + code.toLowerCase(Locale.ROOT) + "-" + region + "-"
                                + Integer.toHexString(
                                        material.path("name").asText().hashCode()));
            }
            sql.sql(
                            """
                            insert into material (key, name, formats) values (?, ?, '{image/png,image/jpeg,application/pdf}')
                            on conflict (key) do nothing""")
                    .params(
                            material.path("material").asText(),
                            material.path("name").asText())
                    .update();
        }
    }
}
