package io.onevisit.cases;

import io.onevisit.retention.Perishable;
import io.onevisit.retention.Perishable.Due;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose matter an application is, once it was closed so long ago that nobody acts in it any more; the application stays. */
@Configuration(proxyBeanMethods = false)
class OldParties {

    static final String RULE = "application-parties";

    @Bean
    Perishable partiesOfClosedApplications(JdbcClient sql) {
        return new PerishableRows(
                        sql,
                        RULE,
                        "application",
                        new Key("application_no", "text"),
                        "closed_at",
                        "owner",
                        "application_no",
                        "exists (select from party p where p.application_no = application.application_no)")
                .removedBy(due -> sql.sql("delete from party where application_no = any(:numbers)")
                        .param("numbers", due.stream().map(Due::key).toArray(String[]::new))
                        .update());
    }
}
