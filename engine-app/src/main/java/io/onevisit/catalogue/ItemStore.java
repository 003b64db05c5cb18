package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records checked items as new editions, all of them in a handful of statements however many there are. */
@Component
class ItemStore {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;
    private final ItemSchema schema;
    private final ApplicationEventPublisher events;
    private final Clock time;

    ItemStore(JdbcClient sql, ItemSchema schema, ApplicationEventPublisher events, Clock time) {
        this.sql = sql;
        this.schema = schema;
        this.events = events;
        this.time = time;
    }

    /**
     * Gives each document the next edition of its item. Without a first day of its own, the first edition is in force since
     * ever and a later one from today.
     */
    @Transactional
    void record(List<ObjectNode> items, String region, String who) {
        if (items.isEmpty()) {
            return;
        }
        sql.sql("select pg_advisory_xact_lock(hashtext('catalogue'))")
                .query((row, n) -> 0)
                .list();
        var editions = editions(items, region);
        var rows = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> rows.add(row(item)
                .put("region", region)
                .put("edition", editions.getOrDefault(item.path("code").asText(), 0) + 1)
                .put("status", ItemStatus.IN_FORCE.name())
                .put("recorded_at", time.instant().toString())
                .put("recorded_by", who)));
        insert(rows.toString());
        events.publishEvent(new ItemsChanged(
                items.stream().map(item -> item.path("code").asText()).toList()));
    }

    private Map<String, Integer> editions(List<ObjectNode> items, String region) {
        return sql
                .sql(
                        "select code, max(edition) from service_item where region = :region and code = any (:codes) group by code")
                .param("region", region)
                .param(
                        "codes",
                        items.stream().map(item -> item.path("code").asText()).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void insert(String rows) {
        sql.sql(
                        """
                        insert into material (key, name, license_types, formats)
                        select distinct on (m ->> 'material') m ->> 'material', m ->> 'name',
                            array(select jsonb_array_elements_text(m -> 'license_types')),
                            '{image/png,image/jpeg,application/pdf}'::text[]
                        from jsonb_array_elements(:rows::jsonb) r, jsonb_array_elements(r -> 'materials') m
                        on conflict (key) do nothing""")
                .param("rows", rows)
                .update();
        sql.sql(
                        """
                        insert into service_item select p.* from jsonb_array_elements(:rows::jsonb) r,
                            jsonb_populate_record(null::service_item, r || case
                                when (r ->> 'edition')::int = 1 or jsonb_exists(r, 'effective_from') then '{}'::jsonb
                                else jsonb_build_object('effective_from', :today) end) p""")
                .param("rows", rows)
                .param("today", today().toString())
                .update();
        rowsOf("item_special_procedure", "special_procedures", rows);
        rowsOf("item_link", "links", rows);
        rowsOf("item_fee", "fees", rows);
        rowsOf("item_material", "materials", rows);
    }

    private void rowsOf(String table, String element, String rows) {
        sql.sql(
                        """
                        insert into %1$s select p.* from jsonb_array_elements(:rows::jsonb) r,
                            jsonb_array_elements(r -> '%2$s') with ordinality as x (e, n),
                            jsonb_populate_record(null::%1$s, e || jsonb_build_object(
                                'code', r -> 'code', 'region', r -> 'region', 'edition', r -> 'edition', 'number', n)) p"""
                                .formatted(table, element))
                .param("rows", rows)
                .update();
    }

    private ObjectNode row(ObjectNode item) {
        var columns = JsonNodeFactory.instance.objectNode();
        var rest = columns.putObject("elements");
        for (var element : schema.elements()) {
            var value = item.get(element.key());
            if (value == null) {
                continue;
            }
            if (element.type() == Element.Type.ROWS) {
                var rows = columns.putArray(Snake.column(element.key()));
                ((ArrayNode) value).forEach(row -> rows.add(Snake.toColumns(row)));
            } else if (element.column()) {
                columns.set(Snake.column(element.key()), value);
            } else {
                rest.set(element.key(), value);
            }
        }
        return columns;
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), CHINA);
    }
}
