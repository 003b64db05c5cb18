package io.onevisit.payments;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments in the database; none is ever changed or deleted. */
@Component
class PaymentRows {

    private final JdbcClient sql;

    PaymentRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Payment payment) {
        sql.sql(
                        """
                        insert into payment (channel, transaction, order_no, cents, receipt, paid_at, received_at, use, registered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        payment.channel().name(),
                        payment.transaction(),
                        payment.orderNo(),
                        payment.cents(),
                        payment.receipt(),
                        Timestamp.from(payment.paidAt()),
                        Timestamp.from(payment.receivedAt()),
                        payment.use().name(),
                        payment.registeredBy())
                .update();
    }

    Optional<Payment> find(Payment.Channel channel, String transaction) {
        return sql.sql("select * from payment where channel = ? and transaction = ?")
                .params(channel.name(), transaction)
                .query(Payment.class)
                .optional();
    }

    /** An order's payments, the first one first. */
    List<Payment> of(String orderNo) {
        return sql.sql("select * from payment where order_no = ? order by received_at, transaction")
                .param(orderNo)
                .query(Payment.class)
                .list();
    }
}
