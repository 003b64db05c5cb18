package io.onevisit.portal;

import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts that nobody has saved for long, with the files uploaded for them. */
@Configuration(proxyBeanMethods = false)
class AbandonedDrafts {

    @Bean
    Perishable draftsAbandoned(JdbcClient sql, Drafts drafts) {
        return new PerishableRows(sql, "abandoned-drafts", "draft", new Key("id", "uuid"), "saved_at")
                .ownedBy("owner")
                .removedBy(due -> due.forEach(draft -> drafts.lapse(UUID.fromString(draft.key()))));
    }
}
