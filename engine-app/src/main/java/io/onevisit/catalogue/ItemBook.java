package io.onevisit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds what somebody wants to bring in against what is in the catalogue: new, changed, unchanged or wrong, each with reasons. */
@Component
class ItemBook {

    private final JdbcClient sql;
    private final ItemSchema schema;
    private final ItemDocuments documents;
    private final ItemCheck check;
    private final ItemRows rows;

    ItemBook(JdbcClient sql, ItemSchema schema, ItemDocuments documents, ItemCheck check, ItemRows rows) {
        this.sql = sql;
        this.schema = schema;
        this.documents = documents;
        this.check = check;
        this.rows = rows;
    }

    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        WRONG
    }

    /** @param basedOn number of the edition it was compared with, {@code null} for a new item */
    record Entry(ObjectNode document, Outcome outcome, Integer basedOn, List<Fault> faults) {}

    List<Entry> compare(List<? extends JsonNode> given, String region) {
        var items = given.stream().map(documents::whole).toList();
        var known = known();
        var codes = items.stream().map(item -> item.path("code").asText()).collect(Collectors.toSet());
        var stored = new HashMap<String, StoredItem>();
        rows.newest(codes).forEach(item -> stored.put(item.code(), item));
        var seenCodes = new HashSet<String>();
        var entries = new ArrayList<Entry>();
        for (var item : items) {
            var code = item.path("code").asText();
            var faults = check.faults(item, region, known);
            if (!code.isEmpty() && !seenCodes.add(code)) {
                faults.add(Fault.of(schema.element("code"), "编码 %s 在本次数据中出现了多次，只保留一行。".formatted(code)));
            }
            if (item.has("handleCode")) {
                known.handleCodes().putIfAbsent(item.path("handleCode").asText(), code);
            }
            var before = stored.get(code);
            entries.add(new Entry(
                    item,
                    outcome(item, before, faults),
                    before == null ? null : before.edition(),
                    List.copyOf(faults)));
        }
        return entries;
    }

    private static Outcome outcome(ObjectNode item, StoredItem before, List<Fault> faults) {
        if (!faults.isEmpty()) {
            return Outcome.WRONG;
        }
        if (before == null) {
            return Outcome.NEW;
        }
        return same(item, before.document()) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    /** A first day that is not said again is no change. */
    static boolean same(ObjectNode item, ObjectNode before) {
        if (item.has("effectiveFrom")) {
            return item.equals(before);
        }
        var undated = before.deepCopy();
        undated.remove("effectiveFrom");
        return item.equals(undated);
    }

    private Known known() {
        var owners = new HashMap<String, String>();
        var handleCodes = new HashMap<String, String>();
        sql.sql(
                        "select distinct on (code, region) code, region, handle_code from service_item order by code, region, edition desc")
                .query((row, n) -> {
                    owners.put(row.getString(1), row.getString(2));
                    if (row.getString(3) != null) {
                        handleCodes.put(row.getString(3), row.getString(1));
                    }
                    return 0;
                })
                .list();
        return new Known(
                new HashSet<>(sql.sql("select code from department")
                        .query(String.class)
                        .list()),
                new HashSet<>(sql.sql("select code from license_type")
                        .query(String.class)
                        .list()),
                owners,
                handleCodes);
    }
}
