package io.onevisit.portal;

import io.onevisit.cases.Application;
import io.onevisit.cases.Numbers;
import io.onevisit.cases.OwnApplications;
import io.onevisit.catalogue.Material;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 材料库: what the applicant handed in before and can use once more. Only papers of the same kind, of the same applicant,
 * out of applications that the person follows themselves.
 */
@Component
class EarlierPapers {

    private static final int MOST = 10;
    private static final String NOT_READ = "none";

    private final JdbcClient sql;
    private final OwnApplications applications;
    private final Documents documents;

    EarlierPapers(JdbcClient sql, OwnApplications applications, Documents documents) {
        this.sql = sql;
        this.applications = applications;
        this.documents = documents;
    }

    /** Newest first; the same file but once. */
    List<Earlier> of(Account person, Account applicant, Material material) {
        if (person.is(Role.CLERK)) {
            return List.of();
        }
        var before = applications.of(person).stream()
                .filter(application -> application.applicantId().equals(applicant.registeredIdNo()))
                .collect(Collectors.toMap(Application::applicationNo, Application::bundleName));
        return sql
                .sql(
                        """
                        select distinct on (d.sha256) d.id, m.application_no, h.handed_in_at
                        from application_material m
                        join application_document h on h.month = m.month and h.application_no = m.application_no
                            and h.material_key = m.key
                        join document d on d.id = h.document_id
                        where m.application_no = any(:before) and m.month = any(cast(:months as date[])) and d.type = any(:formats)
                          and (m.key = :key or m.kind = :kind and m.kind <> :notRead)
                        order by d.sha256, h.handed_in_at desc""")
                .param("before", before.keySet().toArray(String[]::new))
                .param(
                        "months",
                        before.keySet().stream()
                                .map(Numbers::month)
                                .map(LocalDate::toString)
                                .distinct()
                                .toArray(String[]::new))
                .param("formats", material.formats().toArray(String[]::new))
                .param("key", material.key())
                .param("kind", material.kind())
                .param("notRead", NOT_READ)
                .query((row, n) -> shown(
                        documents.document(row.getObject("id", UUID.class)),
                        before.get(row.getString("application_no")),
                        row.getTimestamp("handed_in_at").toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Earlier::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Earlier shown(Document document, String of, Instant at) {
        return new Earlier(document.id(), document.name(), document.size(), document.type(), of, at);
    }

    /** @param of for what it was handed in */
    record Earlier(UUID id, String name, long size, String type, String of, Instant at) {}
}
