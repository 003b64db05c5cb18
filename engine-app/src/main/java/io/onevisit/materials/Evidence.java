package io.onevisit.materials;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onevisit.cases.Numbers;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was read in documents and how it compares: the evidence shown beside the page. */
@Component
@Transactional
public class Evidence {

    private static final Map<String, String> PROBLEMS = Map.of(
            "ENCRYPTED", "文件设有密码，无法核验，请取消密码后重新上传",
            "TOO_LARGE", "文件页数或像素过大，请只上传需要的页面",
            "DAMAGED", "文件已损坏，无法打开，请重新上传");
    private static final String UNREADABLE = "文件无法辨认，请上传清晰、完整的照片或扫描件";

    private final JdbcClient sql;
    private final Columns columns;
    private final MaterialChanges changes;
    private final Vault vault;

    Evidence(JdbcClient sql, Columns columns, MaterialChanges changes, Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.columns = columns;
        this.changes = changes;
    }

    public Optional<Reading> reading(UUID documentId) {
        return sql.sql("select * from document_reading where document_id = :id")
                .param("id", documentId)
                .query((row, n) -> new Reading(
                        row.getString("engine"),
                        row.getString("version"),
                        columns.read(row.getString("pages"), new TypeReference<>() {}),
                        columns.read(
                                vault.openJson(Column.READING_FIELDS, documentId.toString(), row.getString("fields")),
                                new TypeReference<>() {}),
                        vault.open(Column.READING_TEXT, documentId.toString(), row.getString("text")),
                        row.getString("problem")))
                .optional();
    }

    /** The newest comparison of each material, of the document that counts now. */
    public List<Comparison> comparisons(String applicationNo) {
        return sql.sql(
                        """
                        select c.material_key, c.document_id, c.results from material_comparison c
                        join application_material m on m.application_no = c.application_no and m.key = c.material_key
                          and m.document_id = c.document_id and m.month = :month
                        where c.application_no = :applicationNo order by m.position""")
                .param("month", Numbers.month(applicationNo))
                .param("applicationNo", applicationNo)
                .query((row, n) -> new Comparison(
                        row.getString("material_key"),
                        row.getObject("document_id", UUID.class),
                        columns.read(
                                vault.openJson(
                                        Column.COMPARISON,
                                        applicationNo + " " + row.getString("material_key"),
                                        row.getString("results")),
                                new TypeReference<>() {})))
                .list();
    }

    /** Keeps a reading; a later one replaces it. */
    void read(UUID documentId, Reading reading) {
        sql.sql(
                        """
                        insert into document_reading (document_id, engine, version, pages, fields, text, problem, read_at)
                        values (:id, :engine, :version, :pages::jsonb, :fields::jsonb, :text, :problem, now())
                        on conflict (document_id) do update set engine = excluded.engine, version = excluded.version,
                          pages = excluded.pages, fields = excluded.fields, text = excluded.text,
                          problem = excluded.problem, read_at = excluded.read_at""")
                .param("id", documentId)
                .param("engine", reading.engine())
                .param("version", reading.version())
                .param("pages", columns.text(reading.pages()))
                .param(
                        "fields",
                        vault.sealJson(Column.READING_FIELDS, documentId.toString(), columns.text(reading.fields())))
                .param("text", vault.seal(Column.READING_TEXT, documentId.toString(), reading.text()))
                .param("problem", reading.problem())
                .update();
        changes.problem(documentId, reading.problem() == null ? null : sentence(reading.problem()));
    }

    /** Why a document could not be read, and what to do about it. */
    static String sentence(String problem) {
        return PROBLEMS.getOrDefault(problem, UNREADABLE);
    }

    /** What the person who handed the document in says stands in it, by field, where it was read wrongly. */
    public Map<String, String> stated(UUID documentId) {
        return sql.sql("select stated from document_reading where document_id = ? and stated is not null")
                .param(documentId)
                .query(String.class)
                .optional()
                .map(text -> columns.<Map<String, String>>read(
                        vault.openJson(Column.READING_STATED, documentId.toString(), text), new TypeReference<>() {}))
                .orElse(Map.of());
    }

    void state(UUID documentId, Map<String, String> stated) {
        sql.sql("update document_reading set stated = ?::jsonb where document_id = ?")
                .params(vault.sealJson(Column.READING_STATED, documentId.toString(), columns.text(stated)), documentId)
                .update();
    }

    void compare(String applicationNo, Comparison comparison) {
        sql.sql(
                        """
                        insert into material_comparison (application_no, material_key, document_id, results, compared_at)
                        values (:applicationNo, :key, :document, :results::jsonb, now())
                        on conflict (application_no, material_key) do update set
                          document_id = excluded.document_id, results = excluded.results,
                          compared_at = excluded.compared_at""")
                .param("applicationNo", applicationNo)
                .param("key", comparison.materialKey())
                .param("document", comparison.documentId())
                .param(
                        "results",
                        vault.sealJson(
                                Column.COMPARISON,
                                applicationNo + " " + comparison.materialKey(),
                                columns.text(comparison.results())))
                .update();
    }
}
