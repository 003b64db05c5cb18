package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what each item looks like to people in every division, so that it can be found there. */
@Component
public class PublishedItems {

    private final JdbcClient sql;
    private final ItemRows items;
    private final OverlayRows overlays;
    private final EffectiveItems effective;
    private final DepartmentNames departments;
    private final Clock time;

    PublishedItems(
            JdbcClient sql,
            ItemRows items,
            OverlayRows overlays,
            EffectiveItems effective,
            DepartmentNames departments,
            Clock time) {
        this.sql = sql;
        this.items = items;
        this.overlays = overlays;
        this.effective = effective;
        this.departments = departments;
        this.time = time;
    }

    /** Codes of all items that ever were. */
    public List<String> codes() {
        return sql.sql("select distinct code from service_item order by code")
                .query(String.class)
                .list();
    }

    /** Codes of the items that begin or cease to hold, somewhere, on one of these days without anybody doing anything. */
    public List<String> turning(LocalDate from, LocalDate through) {
        return sql.sql(
                        """
                        select code from service_item where effective_from between :from and :through
                            or effective_to + 1 between :from and :through
                        union select code from item_overlay where effective_from between :from and :through""")
                .param("from", from)
                .param("through", through)
                .query(String.class)
                .list();
    }

    /** The wordings of one item, one for each division that has its own; none where it is not offered at all today. */
    public List<PublishedItem> of(String code) {
        var today = Catalogue.day(time.instant());
        var regions = new TreeSet<String>();
        items.editions(code).stream()
                .filter(item -> item.status() != ItemStatus.WITHDRAWN && begun(item, today))
                .forEach(item -> regions.add(item.region()));
        if (regions.isEmpty()) {
            return List.of();
        }
        overlays.of(code).stream()
                .filter(overlay -> !overlay.effectiveFrom().isAfter(today))
                .forEach(overlay -> regions.add(overlay.region()));
        return regions.stream()
                .map(region -> wording(code, region, regions, today))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<PublishedItem> wording(String code, String region, TreeSet<String> regions, LocalDate today) {
        var lineage = RegionCode.of(region).lineage();
        if (items.serving(code, lineage, today)
                .filter(item -> !ended(item, today))
                .isEmpty()) {
            return Optional.empty();
        }
        var item = effective.serving(code, region, time.instant()).document();
        return Optional.of(new PublishedItem(
                code,
                region,
                regions.stream()
                        .filter(other ->
                                !other.equals(region) && RegionCode.of(region).holds(other))
                        .toList(),
                item.path("name").asText(),
                departments
                        .all()
                        .getOrDefault(
                                item.path("department").asText(),
                                item.path("department").asText()),
                texts(item.path("audience")),
                texts(item.path("keywords")),
                results(item),
                item.path("acceptCondition").asText(""),
                StreamSupport.stream(item.path("materials").spliterator(), false)
                        .map(material -> material.path("name").asText(""))
                        .filter(name -> !name.isBlank())
                        .toList()));
    }

    private List<String> results(JsonNode item) {
        return Stream.concat(
                        sql
                                .sql("select name from license_type where code = :code")
                                .param("code", item.path("resultLicense").asText(""))
                                .query(String.class)
                                .list()
                                .stream(),
                        Stream.of(item.path("resultName").asText("")))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static boolean begun(StoredItem item, LocalDate today) {
        return item.effectiveFrom() == null || !item.effectiveFrom().isAfter(today);
    }

    private static boolean ended(StoredItem item, LocalDate today) {
        return item.effectiveTo() != null && item.effectiveTo().isBefore(today);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
