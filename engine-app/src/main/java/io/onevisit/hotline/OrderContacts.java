package io.onevisit.hotline;

import io.onevisit.privacy.Masked;
import io.onevisit.retention.Perishable;
import io.onevisit.retention.PerishableRows;
import io.onevisit.retention.PerishableRows.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sent an order and how to reach them, long after it was closed; the order stays, numbers in its text are masked. */
@Component
class OrderContacts implements Perishable {

    private final PerishableRows rows;
    private final OrderStore orders;

    OrderContacts(JdbcClient sql, OrderStore orders) {
        this.rows = new PerishableRows(
                sql,
                "order-contacts",
                "work_order",
                new Key("no", "text"),
                "closed_at",
                "owner",
                "null::text",
                "closed_at is not null and contact_phone <> ''");
        this.orders = orders;
    }

    @Override
    public String rule() {
        return rows.rule();
    }

    @Override
    public List<Due> due(Instant before, Due after, int most, boolean lock) {
        return rows.due(before, after, most, lock);
    }

    @Override
    public void remove(List<Due> due) {
        for (var one : due) {
            var order = orders.get(one.key());
            orders.set(
                    one.key(),
                    Map.of(
                            "contact_phone", "",
                            "contact_name", Masked.name(order.contactName()),
                            "text", Masked.numbersIn(order.text())));
        }
    }

    @Override
    public long count(Instant before) {
        return rows.count(before);
    }
}
