package io.onevisit.materials;

import io.onevisit.cases.Numbers;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform itself changes about a material: found a license, lost it, could not read it, needs it for more. */
@Component
@Transactional
class MaterialChanges {

    private final JdbcClient sql;

    MaterialChanges(JdbcClient sql) {
        this.sql = sql;
    }

    /** Further cases need the material too. */
    void serve(String applicationNo, String materialKey, List<String> caseNos) {
        for (var caseNo : caseNos) {
            sql.sql(
                            """
                            update application_material set case_nos = array_append(case_nos, :caseNo)
                            where month = :month and application_no = :applicationNo and key = :key
                              and not (:caseNo = any (case_nos))""")
                    .param("caseNo", caseNo)
                    .param("month", Numbers.month(applicationNo))
                    .param("applicationNo", applicationNo)
                    .param("key", materialKey)
                    .update();
        }
    }

    /** A license replaces the material. */
    void exempt(Material material, String licenseIdentifier, UUID authorisationId) {
        sql.sql(
                        """
                        update application_material
                        set status = 'EXEMPTED', license_identifier = :identifier, authorisation_id = :authorisation,
                            problem = null, paper_for = '{}', changed_at = now()
                        where month = :month and application_no = :applicationNo and key = :key and status <> 'UPLOADED'""")
                .param("identifier", licenseIdentifier)
                .param("authorisation", authorisationId)
                .param("month", Numbers.month(material.applicationNo()))
                .param("applicationNo", material.applicationNo())
                .param("key", material.key())
                .update();
    }

    /** What stood for the material does so no longer, a license or a department's data: it is needed again. */
    void reopen(Material material) {
        sql.sql(
                        """
                        update application_material
                        set status = 'OPEN', license_identifier = null, authorisation_id = null, paper_for = '{}',
                            changed_at = now()
                        where month = :month and application_no = :applicationNo and key = :key and status = 'EXEMPTED'""")
                .param("month", Numbers.month(material.applicationNo()))
                .param("applicationNo", material.applicationNo())
                .param("key", material.key())
                .update();
    }

    /** The license stays for the cases that were accepted with it; these others are asked for the paper. */
    void askPaper(Material material, List<String> caseNos) {
        sql.sql(
                        """
                        update application_material set paper_for = :cases, changed_at = now()
                        where month = :month and application_no = :applicationNo and key = :key and status = 'EXEMPTED'""")
                .param("cases", caseNos.toArray(String[]::new))
                .param("month", Numbers.month(material.applicationNo()))
                .param("applicationNo", material.applicationNo())
                .param("key", material.key())
                .update();
    }

    /** What is wrong with the document wherever it was handed in; {@code null} where nothing is. */
    void problem(UUID documentId, String problem) {
        sql.sql("update application_material set problem = :problem where document_id = :document")
                .param("problem", problem)
                .param("document", documentId)
                .update();
    }
}
