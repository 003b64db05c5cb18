package io.onevisit.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.bundles.Bundles;
import io.onevisit.catalogue.Regions;
import io.onevisit.delegation.Acting;
import io.onevisit.delegation.AgentKind;
import io.onevisit.delegation.MandateEnded;
import io.onevisit.engine.RowView;
import io.onevisit.materials.Documents;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applications being written; only their owner ever sees them. */
@Component
class Drafts {

    private static final String DRAFT =
            """
            select d.*, m.principal_name, m.kind as agent_kind, m.until_on, l.name as legal_name from draft d
            left join mandate m on m.id = d.mandate left join account l on l.username = d.legal_person\s""";

    private final JdbcClient sql;
    private final Bundles bundles;
    private final Regions regions;
    private final Documents documents;
    private final ObjectMapper json;
    private final Clock time;
    private final Vault vault;

    Drafts(
            JdbcClient sql,
            Bundles bundles,
            Regions regions,
            Documents documents,
            ObjectMapper json,
            Clock time,
            Vault vault) {
        this.sql = sql;
        this.vault = vault;
        this.bundles = bundles;
        this.regions = regions;
        this.documents = documents;
        this.json = json;
        this.time = time;
    }

    @Transactional
    Draft begin(String owner, String bundle, String region, Draft.Applicant applicant, Acting acting) {
        bundles.find(bundle);
        regions.forNew(region);
        var id = UUID.randomUUID();
        var present = applicant == null ? null : vault.sealJson(Column.DRAFT_APPLICANT, id.toString(), text(applicant));
        sql.sql(
                        """
                        insert into draft (id, owner, bundle, region, answers, saved_at, created_at, applicant, mandate,
                            legal_person)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?)""")
                .params(
                        id,
                        owner,
                        bundle,
                        region,
                        sealed(id, Map.of()),
                        now(),
                        now(),
                        present,
                        acting == null ? null : acting.mandate(),
                        Representations.legalPerson(acting))
                .update();
        return get(owner, id);
    }

    List<Draft> of(String owner) {
        return sql.sql(DRAFT + "where d.owner = ? order by d.saved_at desc")
                .param(owner)
                .query(this::draft)
                .list();
    }

    Draft get(String owner, UUID id) {
        return sql.sql(DRAFT + "where d.id = ? and d.owner = ?")
                .params(id, owner)
                .query(this::draft)
                .optional()
                .orElseThrow(() -> Problem.notFound("draft-unknown", "没有找到这份草稿，它可能已经提交或删除。"));
    }

    /** The draft as it stands, and nobody else changes it or its papers until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Draft locked(String owner, UUID id) {
        sql.sql("select from draft where id = ? for update")
                .param(id)
                .query((row, n) -> id)
                .optional();
        return get(owner, id);
    }

    @Transactional
    Draft save(String owner, UUID id, Map<String, Object> answers, List<String> items, int revision) {
        var draft = get(owner, id);
        var known = bundles.find(draft.bundle()).items().stream()
                .map(i -> i.variable())
                .toList();
        if (!known.containsAll(items)) {
            throw Problem.invalid("item-unknown", "所选事项中有不属于这件事的事项，请重新选择。").with("field", "items");
        }
        var saved = sql.sql(
                        """
                        update draft set answers = ?::jsonb, items = ?, revision = revision + 1, saved_at = ?
                        where id = ? and owner = ? and revision = ?""")
                .params(sealed(id, answers), items.toArray(String[]::new), now(), id, owner, revision)
                .update();
        if (saved == 0) {
            throw Problem.conflict("draft-changed", "这份草稿已在其他页面或设备上修改。请载入最新内容后继续填写。")
                    .with("revision", draft.revision());
        }
        return get(owner, id);
    }

    /** Throws a draft away, with the files that were uploaded for it. */
    @Transactional
    void drop(String owner, UUID id) {
        locked(owner, id);
        lapse(id);
    }

    /** The draft has become an application, which keeps its files. */
    @Transactional
    void submitted(UUID id) {
        sql.sql("delete from draft where id = ?").param(id).update();
    }

    /** Throws away a draft whose time is over, whoever's it is, with its files. */
    void lapse(UUID id) {
        var handedIn = sql.sql(
                        """
                        select document_id from draft_document where draft_id = :draft
                        union select document_id from scan where draft_id = :draft""")
                .param("draft", id)
                .query(UUID.class)
                .list();
        sql.sql("delete from draft where id = ?").param(id).update();
        sql.sql("delete from scan where draft_id = ? and application_no is null")
                .param(id)
                .update();
        handedIn.forEach(this::forget);
    }

    /** A mandate ended: what was begun under it is the principal's to go on with; without an account it is thrown away. */
    @EventListener
    void on(MandateEnded ended) {
        if (ended.backTo() != null) {
            sql.sql("update draft set owner = ?, mandate = null, revision = revision + 1 where mandate = ?")
                    .params(ended.backTo(), ended.mandate())
                    .update();
            return;
        }
        sql.sql(DRAFT + "where d.mandate = ?")
                .param(ended.mandate())
                .query(this::draft)
                .list()
                .forEach(draft -> drop(draft.owner(), draft.id()));
    }

    private void forget(UUID documentId) {
        var elsewhere = sql.sql("select count(*) from draft_document where document_id = ?")
                .param(documentId)
                .query(Integer.class)
                .single();
        if (elsewhere == 0) {
            documents.forget(documentId);
        }
    }

    @Transactional
    void attach(String owner, UUID id, String materialKey, UUID documentId) {
        locked(owner, id);
        sql.sql("insert into draft_document (draft_id, material_key, document_id) values (?, ?, ?)")
                .params(id, materialKey, documentId)
                .update();
    }

    /** Hands in what was put together from scans. */
    void attachScanned(UUID id, String materialKey, UUID documentId) {
        sql.sql("insert into draft_document (draft_id, material_key, document_id, scanned) values (?, ?, ?, true)")
                .params(id, materialKey, documentId)
                .update();
    }

    /** Takes back what was put together from scans for a material. */
    void takeApart(UUID id, String materialKey) {
        sql.sql("delete from draft_document where draft_id = ? and material_key = ? and scanned returning document_id")
                .params(id, materialKey)
                .query(UUID.class)
                .list()
                .forEach(this::forget);
    }

    /** Takes a file back; pages of scans it was put together from are loose again. */
    @Transactional
    void detach(String owner, UUID id, UUID documentId) {
        locked(owner, id);
        sql.sql(
                        """
                        update scan_page set material_key = null
                        where draft_id = :draft and material_key in (select material_key from draft_document
                            where draft_id = :draft and document_id = :document and scanned)""")
                .param("draft", id)
                .param("document", documentId)
                .update();
        var detached = sql.sql("delete from draft_document where draft_id = ? and document_id = ?")
                .params(id, documentId)
                .update();
        if (detached > 0) {
            forget(documentId);
        }
    }

    /** The drafts of a person, those that have become applications too. */
    Set<String> everOf(String owner) {
        return Set.copyOf(sql.sql(
                        """
                        select id::text from draft where owner = :owner
                        union select draft_id::text from submitted_draft where owner = :owner""")
                .param("owner", owner)
                .query(String.class)
                .list());
    }

    /** Whose a draft is, for the audit; whoever asks may not read it by that. */
    Optional<Draft> any(UUID id) {
        return sql.sql(DRAFT + "where d.id = ?").param(id).query(this::draft).optional();
    }

    /** Whose drafts a document was handed in for, whoever asks: that nobody's is there must not depend on who may see it. */
    Set<String> ownersWith(UUID documentId) {
        return RowView.whole(() -> Set.copyOf(sql.sql(
                        "select d.owner from draft_document dd join draft d on d.id = dd.draft_id where dd.document_id = ?")
                .param(documentId)
                .query(String.class)
                .list()));
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var bundle = row.getString("bundle");
        return new Draft(
                id,
                row.getString("owner"),
                bundle,
                bundles.find(bundle).name(),
                row.getString("region"),
                answers(vault.openJson(Column.DRAFT_ANSWERS, id.toString(), row.getString("answers"))),
                List.of((String[]) row.getArray("items").getArray()),
                handedIn(id),
                row.getTimestamp("saved_at").toInstant(),
                row.getInt("revision"),
                applicant(vault.openJson(Column.DRAFT_APPLICANT, id.toString(), row.getString("applicant"))),
                row.getObject("mandate", UUID.class),
                row.getString("legal_person"),
                actingFor(row));
    }

    private static Draft.For actingFor(ResultSet row) throws SQLException {
        if (row.getString("principal_name") != null) {
            return new Draft.For(
                    row.getString("principal_name"),
                    AgentKind.valueOf(row.getString("agent_kind")).label(),
                    row.getObject("until_on", LocalDate.class));
        }
        return row.getString("legal_name") == null
                ? null
                : new Draft.For(row.getString("legal_name"), AgentKind.REPRESENTATIVE.label(), null);
    }

    private Draft.Applicant applicant(String text) {
        try {
            return text == null ? null : json.readValue(text, Draft.Applicant.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft cannot be read", e);
        }
    }

    /** In the order in which they were handed in: of several for one material the last counts. */
    private List<Draft.HandedIn> handedIn(UUID id) {
        return sql.sql(
                        """
                        select h.material_key, h.document_id from draft_document h join document d on d.id = h.document_id
                        where h.draft_id = ? order by d.stored_at, d.id""")
                .param(id)
                .query((row, n) -> {
                    var document = documents.find(row.getObject(2, UUID.class)).orElseThrow();
                    return new Draft.HandedIn(
                            row.getString(1), document.id(), document.name(), document.size(), document.type());
                })
                .list();
    }

    private Map<String, Object> answers(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft cannot be read", e);
        }
    }

    private String sealed(UUID id, Map<String, Object> answers) {
        return vault.sealJson(Column.DRAFT_ANSWERS, id.toString(), text(answers));
    }

    private String text(Object answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw Problem.invalid("answers-unreadable", "填写的内容无法保存，请检查后重试。");
        }
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }
}
