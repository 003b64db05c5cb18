package io.onevisit.hotline;

import io.onevisit.privacy.Masked;
import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sent an order and how to reach them, long after it was closed; the order stays, numbers in its text are masked. */
@Configuration(proxyBeanMethods = false)
class OrderContacts {

    @Bean
    Perishable contactsOfClosedOrders(JdbcClient sql, OrderStore orders) {
        return new PerishableRows(
                        sql,
                        "order-contacts",
                        "work_order",
                        new Key("no", "text"),
                        "closed_at",
                        "owner",
                        "null::text",
                        "closed_at is not null and contact_phone <> ''")
                .removedBy(due -> due.forEach(one -> mask(orders, one.key())));
    }

    private static void mask(OrderStore orders, String no) {
        var order = orders.get(no);
        orders.set(
                no,
                Map.of(
                        "contact_phone", "",
                        "contact_name", Masked.name(order.contactName()),
                        "text", Masked.numbersIn(order.text())));
    }
}
