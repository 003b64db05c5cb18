package io.onevisit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes overlays; each change is a row of its own, so that any past state can be read again. */
@Component
class OverlayRows {

    private final JdbcClient sql;
    private final ObjectMapper json;

    OverlayRows(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The overlays that hold on a day as was known at an instant, the highest level first. */
    List<Overlay> holding(String code, List<String> regions, LocalDate day, Instant known) {
        return sql.sql(
                        """
                        select * from (select distinct on (region) * from item_overlay
                            where code = :code and region = any (:regions) and effective_from <= :day and recorded_at <= :known
                            order by region, edition desc) o
                        where elements <> '{}' order by length(region), region""")
                .param("code", code)
                .param("regions", regions.toArray(String[]::new))
                .param("day", day)
                .param("known", Timestamp.from(known))
                .query(this::overlay)
                .list();
    }

    /** Everything that lower levels have said about an item, the newest first. */
    List<Overlay> of(String code) {
        return sql.sql("select * from item_overlay where code = :code order by region, edition desc")
                .param("code", code)
                .query(this::overlay)
                .list();
    }

    int add(String code, String region, ObjectNode elements, LocalDate from, Instant at, String who, String note) {
        return sql.sql(
                        """
                        insert into item_overlay (code, region, edition, elements, effective_from, recorded_at, recorded_by, note)
                        select :code, :region, coalesce(max(edition), 0) + 1, :elements::jsonb, :from, :at, :who, :note
                        from item_overlay where code = :code and region = :region returning edition""")
                .param("code", code)
                .param("region", region)
                .param("elements", elements.toString())
                .param("from", from)
                .param("at", Timestamp.from(at))
                .param("who", who)
                .param("note", note)
                .query(Integer.class)
                .single();
    }

    private Overlay overlay(ResultSet row, int n) throws SQLException {
        try {
            return new Overlay(
                    row.getString("code"),
                    row.getString("region"),
                    row.getInt("edition"),
                    (ObjectNode) json.readTree(row.getString("elements")),
                    row.getObject("effective_from", LocalDate.class),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getString("recorded_by"),
                    row.getString("note"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored overlay cannot be read", e);
        }
    }
}
