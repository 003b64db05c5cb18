package io.onevisit.notices;

import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages read long ago, of applications that are closed. */
@Configuration(proxyBeanMethods = false)
class ReadMessages {

    @Bean
    Perishable messagesReadLongAgo(JdbcClient sql) {
        return new PerishableRows(
                sql,
                "read-messages",
                "notice_message",
                new Key("id", "uuid"),
                "read_at",
                "recipient",
                "application_no",
                """
                application_no is null or exists (select from application a
                    where a.month = month_of(notice_message.application_no)
                      and a.application_no = notice_message.application_no and a.closed_at is not null)""");
    }
}
