package io.onevisit.portal;

import io.onevisit.delegation.MandatePapers;
import io.onevisit.materials.Documents;
import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates that ended or were refused long ago, with the papers they were given by, and papers that no mandate names. */
@Configuration(proxyBeanMethods = false)
class EndedMandates {

    /** From its end, or from when the last of what was applied for under it was closed. */
    private static final String OVER =
            """
            greatest(coalesce(ended_at, answered_at),
                (select max(a.closed_at) from application a where a.mandate = mandate.id))""";

    /** Nothing applied for under it runs, and none of it is held. */
    private static final String DONE =
            """
            state in ('ENDED', 'REFUSED') and not exists (select from application a where a.mandate = mandate.id
                and (a.closed_at is null or exists (
                    select from retention_hold h where h.number = a.application_no and h.lifted_at is null)))""";

    @Bean
    Perishable mandatesEnded(JdbcClient sql, MandatePapers papers, Documents documents) {
        var mandates = new PerishableRows(
                sql, "ended-mandates", "mandate", new Key("id", "uuid"), OVER, "principal", "null::text", DONE);
        return mandates.removedBy(due -> {
            due.forEach(one -> papers.remove(UUID.fromString(one.key())).forEach(documents::forget));
            mandates.remove(due);
        });
    }

    @Bean
    Perishable papersOfNoMandate(JdbcClient sql, MandatePapers papers, Documents documents) {
        return new PerishableRows(
                        sql,
                        "unused-mandate-papers",
                        "mandate_paper",
                        new Key("document_id", "uuid"),
                        "uploaded_at",
                        "uploaded_by",
                        "null::text",
                        "mandate is null")
                .removedBy(due -> due.stream()
                        .map(one -> UUID.fromString(one.key()))
                        .forEach(document -> {
                            papers.removeUnused(document);
                            documents.forget(document);
                        }));
    }
}
