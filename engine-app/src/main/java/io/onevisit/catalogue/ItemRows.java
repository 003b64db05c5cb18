package io.onevisit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads items whole: the typed columns, the JSON beside them and their rows make one document again. */
@Component
class ItemRows {

    private static final String WHOLE =
            """
            select i.*, to_jsonb(i) - '{region,edition,elements,status,status_reason,status_at,status_by,recorded_at,recorded_by}'::text[] as typed,
                (select jsonb_agg(to_jsonb(s) - '{code,region,edition,number}'::text[] order by number)
                    from item_special_procedure s where (s.code, s.region, s.edition) = (i.code, i.region, i.edition)) as specials,
                (select jsonb_agg(to_jsonb(l) - '{code,region,edition,number}'::text[] order by number)
                    from item_link l where (l.code, l.region, l.edition) = (i.code, i.region, i.edition)) as links,
                (select jsonb_agg(to_jsonb(f) - '{code,region,edition,number}'::text[] order by number)
                    from item_fee f where (f.code, f.region, f.edition) = (i.code, i.region, i.edition)) as fees,
                (select jsonb_agg(to_jsonb(m) - '{code,region,edition,number}'::text[] order by number)
                    from item_material m where (m.code, m.region, m.edition) = (i.code, i.region, i.edition)) as materials
            from service_item i
            """;

    private final JdbcClient sql;
    private final ItemDocuments documents;
    private final ObjectMapper json;

    ItemRows(JdbcClient sql, ItemDocuments documents, ObjectMapper json) {
        this.sql = sql;
        this.documents = documents;
        this.json = json;
    }

    /** All editions of an item, the newest first, whichever region it belongs to. */
    List<StoredItem> editions(String code) {
        return sql.sql(WHOLE + " where i.code = :code order by i.edition desc")
                .param("code", code)
                .query(this::stored)
                .list();
    }

    Optional<StoredItem> edition(String code, int edition) {
        return sql.sql(
                        WHOLE
                                + " where i.code = :code and i.edition = :edition order by length(i.region) desc, i.region limit 1")
                .param("code", code)
                .param("edition", edition)
                .query(this::stored)
                .optional();
    }

    /** The newest edition of each of these items that was not withdrawn. */
    List<StoredItem> newest(Collection<String> codes) {
        return sql.sql(
                        WHOLE
                                + """
                                where i.code = any (:codes) and i.edition = (select max(edition) from service_item n
                                    where n.code = i.code and n.region = i.region and n.status <> 'WITHDRAWN')""")
                .param("codes", codes.toArray(String[]::new))
                .query(this::stored)
                .list();
    }

    /** Numbers of the newest editions of these items that were not withdrawn. */
    Map<String, Integer> newestNumbers(Collection<String> codes) {
        return sql
                .sql(
                        "select code, max(edition) from service_item where code = any (:codes) and status <> 'WITHDRAWN' group by code")
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The edition that serves, or would serve, an application made on this day in one of these regions. */
    Optional<StoredItem> serving(String code, List<String> regions, LocalDate day) {
        return sql.sql(
                        WHOLE
                                + """
                                where i.code = :code and i.region = any (:regions) and i.status <> 'WITHDRAWN'
                                    and (i.effective_from is null or i.effective_from <= :day)
                                order by length(i.region) desc, i.region desc, i.edition desc limit 1""")
                .param("code", code)
                .param("regions", regions.toArray(String[]::new))
                .param("day", day)
                .query(this::stored)
                .optional();
    }

    private StoredItem stored(ResultSet row, int n) throws SQLException {
        var item = Snake.toElements(tree(row.getString("typed")));
        ((ObjectNode) tree(row.getString("elements")))
                .fields()
                .forEachRemaining(e -> item.set(e.getKey(), e.getValue()));
        rows(item, "specialProcedures", row.getString("specials"));
        rows(item, "links", row.getString("links"));
        rows(item, "fees", row.getString("fees"));
        rows(item, "materials", row.getString("materials"));
        return new StoredItem(
                row.getString("code"),
                row.getString("region"),
                row.getInt("edition"),
                ItemStatus.valueOf(row.getString("status")),
                row.getString("status_reason"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                documents.whole(item));
    }

    private void rows(ObjectNode item, String key, String rows) {
        var list = item.putArray(key);
        if (rows != null) {
            tree(rows).forEach(row -> list.add(Snake.toElements(row)));
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored item cannot be read", e);
        }
    }
}
