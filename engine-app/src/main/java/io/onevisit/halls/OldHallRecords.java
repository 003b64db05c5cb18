package io.onevisit.halls;

import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets, appointments and visits of long ago. */
@Configuration(proxyBeanMethods = false)
class OldHallRecords {

    @Bean
    Perishable oldTickets(JdbcClient sql) {
        return new PerishableRows(sql, "hall-tickets", "hall_ticket", new Key("id", "uuid"), "taken_at");
    }

    @Bean
    Perishable pastAppointments(JdbcClient sql) {
        return new PerishableRows(
                sql,
                "past-appointments",
                "appointment",
                new Key("id", "uuid"),
                "ended_at",
                "owner",
                "null::text",
                "state <> 'BOOKED'");
    }

    @Bean
    Perishable pastHomeVisits(JdbcClient sql) {
        return new PerishableRows(sql, "past-home-visits", "home_visit", new Key("no", "text"), "ended_at")
                .ownedBy("owner");
    }
}
