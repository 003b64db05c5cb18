package io.onevisit.materials;

import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in, hostile until inspected, and gives them out; who may read one is for the caller to ask. */
@Component
@Transactional
public class Documents {

    /** The largest file that is taken. */
    public static final long MAX_SIZE = 20L * 1024 * 1024;

    private static final int MAX_NAME = 120;

    private final JdbcClient sql;
    private final DocumentStore store;
    private final Inspection inspection;
    private final DocumentPages pages;
    private final Contents contents;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Documents(
            JdbcClient sql,
            DocumentStore store,
            Inspection inspection,
            DocumentPages pages,
            Contents contents,
            Vault vault,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.store = store;
        this.inspection = inspection;
        this.pages = pages;
        this.contents = contents;
        this.vault = vault;
        this.transaction = transaction;
    }

    /**
     * Inspects and keeps a file. A problem in words where it is empty, too large, not what its name says, or damaged.
     *
     * @param name as the person called it
     */
    @Transactional(propagation = Propagation.SUPPORTS) // no connection is held while a file is read and inspected
    public Document store(String owner, String name, InputStream in) {
        var shown = shown(name);
        try (var draft = store.receive(in, MAX_SIZE)) {
            if (draft.size() == 0) {
                throw Problem.invalid("file-empty", "“" + shown + "”是空文件，请重新选择要上传的文件。");
            }
            if (draft.size() > MAX_SIZE) {
                throw Problem.invalid("file-too-large", "“" + shown + "”超过 20 MB，请压缩或降低扫描分辨率后重新上传。");
            }
            var type = inspection.inspect(draft.file(), shown);
            var document = new Document(
                    UUID.randomUUID(), owner, shown, type.mediaType(), draft.size(), draft.sha256(), Instant.now());
            transaction.executeWithoutResult(status -> {
                contents.hold(draft.sha256());
                store.keep(draft);
                insert(document);
            });
            return document;
        }
    }

    /** The same file once more, as a document of its own. */
    public Document again(String owner, UUID id) {
        var before = document(id);
        var sha256 = before.sha256().strip();
        contents.hold(sha256);
        var document = new Document(
                UUID.randomUUID(), owner, before.name(), before.type(), before.size(), sha256, Instant.now());
        insert(document);
        return document;
    }

    /** Deletes a file that was handed in with no application; its content too, unless somebody else handed in the same. */
    public void forget(UUID id) {
        find(id).filter(document -> !contents.handedIn(id)).ifPresent(contents::delete);
    }

    public Optional<Document> find(UUID id) {
        return sql.sql("select id, owner, name, type, size, sha256, stored_at from document where id = :id")
                .param("id", id)
                .query(Document.class)
                .optional()
                .map(found -> found.named(vault.open(Column.DOCUMENT_NAME, id.toString(), found.name())));
    }

    /** The document; a 404 problem where there is none. */
    public Document document(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("document-unknown", "没有找到该文件。"));
    }

    /** The document as an answer to a browser that may read it: images to be shown, the rest to be saved. */
    public ResponseEntity<Resource> answer(UUID id) {
        var document = document(id);
        return DocumentAnswer.of(store.path(document.sha256()), document.type(), document.name());
    }

    /** The picture of one page of a PDF, as an answer to a browser that may read the document. */
    public ResponseEntity<Resource> pageAnswer(UUID id, int number) {
        return DocumentAnswer.of(pages.file(id, number), "image/png", number + ".png");
    }

    /** The last part of a path without control characters, short enough to show. */
    private static String shown(String name) {
        var last = name == null
                ? ""
                : name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                        .replaceAll(".*[/\\\\]", "")
                        .strip();
        return last.length() <= MAX_NAME ? last : "…" + last.substring(last.length() - MAX_NAME + 1);
    }

    private void insert(Document document) {
        sql.sql(
                        """
                        insert into document (id, owner, name, type, size, sha256, stored_at)
                        values (:id, :owner, :name, :type, :size, :sha256, :storedAt)""")
                .param("id", document.id())
                .param("owner", document.owner())
                .param("name", vault.seal(Column.DOCUMENT_NAME, document.id().toString(), document.name()))
                .param("type", document.type())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("storedAt", Timestamp.from(document.storedAt()))
                .update();
    }
}
