package io.onevisit.materials;

import io.onevisit.cases.Numbers;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each application needs and how far it is met. */
@Component
@Transactional
public class Materials {

    private final JdbcClient sql;
    private final Vault vault;

    Materials(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** Opens the list of what an application needs, at its submission; what is opened later comes behind. */
    public void open(String applicationNo, List<NeededMaterial> needed) {
        var before = of(applicationNo).size();
        for (var i = 0; i < needed.size(); i++) {
            insert(applicationNo, before + i, needed.get(i));
        }
    }

    /** Hands a document in for a material; what was handed in or found before is replaced. */
    public void attach(String applicationNo, String materialKey, UUID documentId) {
        var changed = sql.sql(
                        """
                        update application_material
                        set status = 'UPLOADED', document_id = :document, license_identifier = null,
                            authorisation_id = null, problem = null, paper_for = '{}', changed_at = now()
                        where month = :month and application_no = :applicationNo and key = :key""")
                .param("document", documentId)
                .param("month", Numbers.month(applicationNo))
                .param("applicationNo", applicationNo)
                .param("key", materialKey)
                .update();
        if (changed == 0) {
            throw Problem.notFound("material-unknown", "本次申报不需要这份材料。");
        }
        sql.sql(
                        """
                        insert into application_document (month, application_no, material_key, document_id, handed_in_at)
                        values (?, ?, ?, ?, now()) on conflict do nothing""")
                .params(Numbers.month(applicationNo), applicationNo, materialKey, documentId)
                .update();
    }

    /** A promised material is not asked for until it comes (容缺受理). */
    public void defer(String applicationNo, String materialKey, boolean deferred) {
        sql.sql("update application_material set deferred = ? where month = ? and application_no = ? and key = ?")
                .params(deferred, Numbers.month(applicationNo), applicationNo, materialKey)
                .update();
    }

    /** Nobody is asked for it: the department verifies its own data. */
    public void spare(String applicationNo, String materialKey) {
        sql.sql(
                        """
                        update application_material set status = 'EXEMPTED', changed_at = now()
                        where month = ? and application_no = ? and key = ?""")
                .params(Numbers.month(applicationNo), applicationNo, materialKey)
                .update();
    }

    public List<Material> of(String applicationNo) {
        return sql.sql(
                        """
                        select * from application_material
                        where month = :month and application_no = :applicationNo order by position""")
                .param("month", Numbers.month(applicationNo))
                .param("applicationNo", applicationNo)
                .query(this::material)
                .list();
    }

    /** The materials one case needs, as they stand for it. */
    public List<Material> of(String applicationNo, String caseNo) {
        return of(applicationNo).stream()
                .filter(material -> material.serves(caseNo))
                .map(material -> material.forCase(caseNo))
                .toList();
    }

    public Optional<Material> find(String applicationNo, String materialKey) {
        return of(applicationNo).stream()
                .filter(material -> material.key().equals(materialKey))
                .findFirst();
    }

    /** The materials a document was ever handed in for: who may read their applications or cases may read it. */
    public List<Material> with(UUID documentId) {
        return sql.sql(
                        """
                        select m.* from application_document d
                        join application_material m on m.month = d.month and m.application_no = d.application_no
                            and m.key = d.material_key
                        where d.document_id = :document""")
                .param("document", documentId)
                .query(this::material)
                .list();
    }

    private void insert(String applicationNo, int position, NeededMaterial needed) {
        sql.sql(
                        """
                        insert into application_material
                          (month, application_no, key, position, name, required, kind, license_types, formats,
                           holder_role, holder_name, holder_id_no, items, case_nos, status, changed_at)
                        values (:month, :applicationNo, :key, :position, :name, :required, :kind, :types, :formats,
                                :role, :holder, :idNo, :items, :caseNos, 'OPEN', now())""")
                .param("month", Numbers.month(applicationNo))
                .param("applicationNo", applicationNo)
                .param("key", needed.key())
                .param("position", position)
                .param("name", needed.name())
                .param("required", needed.required())
                .param("kind", needed.kind())
                .param("types", needed.licenseTypes().toArray(String[]::new))
                .param("formats", needed.formats().toArray(String[]::new))
                .param("role", needed.holder().role())
                .param("holder", needed.holder().name())
                .param(
                        "idNo",
                        vault.seal(
                                Column.MATERIAL_HOLDER,
                                row(applicationNo, needed.key()),
                                needed.holder().idNo()))
                .param("items", needed.items().toArray(String[]::new))
                .param("caseNos", needed.caseNos().toArray(String[]::new))
                .update();
    }

    private Material material(ResultSet row, int n) throws SQLException {
        var applicationNo = row.getString("application_no");
        var key = row.getString("key");
        return new Material(
                applicationNo,
                key,
                row.getString("name"),
                row.getBoolean("required") && !row.getBoolean("deferred"),
                row.getString("kind"),
                texts(row.getArray("license_types")),
                texts(row.getArray("formats")),
                new NeededMaterial.Holder(
                        row.getString("holder_role"),
                        row.getString("holder_name"),
                        vault.open(Column.MATERIAL_HOLDER, row(applicationNo, key), row.getString("holder_id_no"))),
                texts(row.getArray("items")),
                texts(row.getArray("case_nos")),
                Material.Status.valueOf(row.getString("status")),
                row.getObject("document_id", UUID.class),
                row.getString("license_identifier"),
                row.getObject("authorisation_id", UUID.class),
                row.getString("problem"),
                texts(row.getArray("paper_for")));
    }

    private static String row(String applicationNo, String key) {
        return applicationNo + " " + key;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
