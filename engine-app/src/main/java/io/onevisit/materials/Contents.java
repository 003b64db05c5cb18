package io.onevisit.materials;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which stored contents are still somebody's: a file is deleted once no document and no page of one is the same. */
@Component
class Contents {

    private final JdbcClient sql;
    private final DocumentStore store;
    private final TransactionTemplate afterwards;

    Contents(JdbcClient sql, DocumentStore store, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.store = store;
        this.afterwards = new TransactionTemplate(transactions);
        this.afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Until the transaction ends nobody else keeps or deletes this content. */
    void hold(String sha256) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("content:" + sha256)
                .query((row, n) -> 0)
                .list();
    }

    /** Whether an application has, or once had, the document, or a mandate or an objection is proved by it. */
    boolean handedIn(UUID id) {
        return sql.sql(
                        """
                        select exists (select 1 from application_material where document_id = :id)
                            or exists (select 1 from application_document where document_id = :id)
                            or exists (select 1 from mandate_paper where document_id = :id)
                            or exists (select 1 from objection where evidence = :id)
                            or exists (select 1 from scan where document_id = :id and application_no is not null)""")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Deletes the rows now and the files after the transaction, so that one rolled back loses nothing. */
    void delete(Document document) {
        var files = new ArrayList<>(List.of(document.sha256().strip()));
        files.addAll(sql.sql("delete from document_page where document_id = ? returning sha256")
                .param(document.id())
                .query(String.class)
                .list());
        for (var table : List.of("document_reading where document_id", "document where id")) {
            sql.sql("delete from " + table + " = ?").param(document.id()).update();
        }
        files.forEach(this::deleteAfterwards);
    }

    /** Deletes a file after this transaction, if it is still nobody's then. */
    void deleteAfterwards(String sha256) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                afterwards.executeWithoutResult(status -> deleteUnused(sha256));
            }
        });
    }

    private void deleteUnused(String sha256) {
        hold(sha256);
        var used = sql.sql(
                        """
                        select exists (select 1 from document where sha256 = :sha)
                            or exists (select 1 from document_page where sha256 = :sha)""")
                .param("sha", sha256)
                .query(Boolean.class)
                .single();
        if (!used) {
            store.delete(sha256);
        }
    }
}
