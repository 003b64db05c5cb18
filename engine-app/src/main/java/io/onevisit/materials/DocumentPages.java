package io.onevisit.materials;

import io.onevisit.problems.Problem;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of a PDF's pages, drawn by the reader of scans, to be shown beside what it read. */
@Component
@Transactional
class DocumentPages {

    private final JdbcClient sql;
    private final DocumentStore store;
    private final Inspection inspection;
    private final Contents contents;

    DocumentPages(JdbcClient sql, DocumentStore store, Inspection inspection, Contents contents) {
        this.sql = sql;
        this.store = store;
        this.inspection = inspection;
        this.contents = contents;
    }

    void keep(UUID documentId, int number, InputStream png) {
        try (var draft = store.receive(png, Documents.MAX_SIZE)) {
            if (draft.size() == 0 || draft.size() > Documents.MAX_SIZE) {
                throw Problem.invalid("page-size", "页面图片为空或超过 20 MB。");
            }
            inspection.inspect(draft.file(), number + ".png");
            contents.hold(draft.sha256());
            store.keep(draft);
            sql.sql(
                            """
                            insert into document_page (document_id, number, sha256, size)
                            values (:id, :number, :sha256, :size)
                            on conflict (document_id, number)
                            do update set sha256 = excluded.sha256, size = excluded.size""")
                    .param("id", documentId)
                    .param("number", number)
                    .param("sha256", draft.sha256())
                    .param("size", draft.size())
                    .update();
        }
    }

    Path file(UUID documentId, int number) {
        return sql.sql("select sha256 from document_page where document_id = :id and number = :number")
                .param("id", documentId)
                .param("number", number)
                .query(String.class)
                .optional()
                .map(store::path)
                .orElseThrow(() -> Problem.notFound("page-unknown", "没有这一页的图片。"));
    }
}
