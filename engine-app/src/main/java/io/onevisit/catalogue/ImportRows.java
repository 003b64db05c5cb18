package io.onevisit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.problems.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was brought until it is loaded or discarded. */
@Component
class ImportRows {

    private static final int PAGE = 50;

    private final JdbcClient sql;
    private final ObjectMapper json;

    ImportRows(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(UUID id, String fileName, String region, Instant at, String who, List<Import.Row> rows) {
        sql.sql(
                        """
                        insert into catalogue_import (id, file_name, region, created_at, created_by, state)
                        values (?, ?, ?, ?, ?, 'PREVIEW')""")
                .params(id, fileName, region, Timestamp.from(at), who)
                .update();
        sql.sql(
                        """
                        insert into catalogue_import_row (import_id, number, sheet_row, code, name, outcome, based_on, document, faults)
                        select :id, number, "sheetRow", code, name, outcome, "basedOn", document, faults
                        from jsonb_to_recordset(:rows::jsonb) as r (number int, "sheetRow" int, code text, name text, outcome text,
                            "basedOn" int, document jsonb, faults jsonb)""")
                .param("id", id)
                .param("rows", text(rows))
                .update();
    }

    /** A 404 problem where there is none. */
    Import get(UUID id) {
        return sql.sql(
                        """
                        select i.*, count(*) filter (where outcome = 'NEW') as fresh, count(*) filter (where outcome = 'CHANGED') as changed,
                            count(*) filter (where outcome = 'UNCHANGED') as unchanged, count(*) filter (where outcome = 'WRONG') as wrong
                        from catalogue_import i left join catalogue_import_row r on r.import_id = i.id where i.id = :id group by i.id""")
                .param("id", id)
                .query((row, n) -> new Import(
                        id,
                        row.getString("file_name"),
                        row.getString("region"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("created_by"),
                        row.getString("state"),
                        row.getObject("loaded", Integer.class),
                        new Import.Counts(
                                row.getInt("fresh"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("wrong"))))
                .optional()
                .orElseThrow(() -> Problem.notFound("import-unknown", "没有找到这次导入，请重新上传文件。"));
    }

    /** A page of its rows, those that are wrong first. */
    Import.Rows page(UUID id, String outcome, int page) {
        var total = sql.sql("select count(*) from catalogue_import_row where import_id = ? and (? = '' or outcome = ?)")
                .params(id, outcome, outcome)
                .query(Integer.class)
                .single();
        var pages = Math.max(1, (total + PAGE - 1) / PAGE);
        var shown = Math.min(Math.max(1, page), pages);
        var rows = sql.sql(
                        """
                        select * from catalogue_import_row where import_id = ? and (? = '' or outcome = ?)
                        order by outcome <> 'WRONG', number limit ? offset ?""")
                .params(id, outcome, outcome, PAGE, (shown - 1) * PAGE)
                .query(this::row)
                .list();
        return new Import.Rows(total, shown, pages, rows);
    }

    Import.Row row(UUID id, int number) {
        return sql.sql("select * from catalogue_import_row where import_id = ? and number = ?")
                .params(id, number)
                .query(this::row)
                .optional()
                .orElseThrow(() -> Problem.notFound("import-unknown", "没有找到这一行，请重新上传文件。"));
    }

    /** What would be loaded: everything new or changed. */
    List<Import.Row> loadable(UUID id) {
        return sql.sql(
                        "select * from catalogue_import_row where import_id = ? and outcome in ('NEW', 'CHANGED') order by number")
                .param(id)
                .query(this::row)
                .list();
    }

    /** Ends the preview; a 409 problem where somebody did before. */
    void end(UUID id, String state, Integer loaded, Instant at) {
        var ended = sql.sql(
                        "update catalogue_import set state = ?, loaded = ?, loaded_at = ? where id = ? and state = 'PREVIEW'")
                .params(state, loaded, Timestamp.from(at), id)
                .update();
        if (ended == 0) {
            throw Problem.conflict("import-ended", "这次导入已经加载或放弃，如需再次导入请重新上传文件。");
        }
    }

    private Import.Row row(ResultSet row, int n) throws SQLException {
        try {
            var document = row.getString("document");
            return new Import.Row(
                    row.getInt("number"),
                    row.getInt("sheet_row"),
                    row.getString("code"),
                    row.getString("name"),
                    ItemBook.Outcome.valueOf(row.getString("outcome")),
                    row.getObject("based_on", Integer.class),
                    document == null ? null : (ObjectNode) json.readTree(document),
                    List.of(json.readValue(row.getString("faults"), SheetFault[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored import cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
