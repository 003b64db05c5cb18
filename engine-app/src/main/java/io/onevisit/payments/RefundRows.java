package io.onevisit.payments;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds in the database; none is ever changed or deleted. */
@Component
class RefundRows {

    private final JdbcClient sql;

    RefundRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws DuplicateKeyException where the voucher or the payment has its refund already */
    void insert(Refund refund) {
        sql.sql(
                        """
                        insert into refund (channel, transaction, order_no, voucher, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        refund.channel().name(),
                        refund.transaction(),
                        refund.orderNo(),
                        refund.voucher(),
                        refund.registeredBy(),
                        Timestamp.from(refund.registeredAt()))
                .update();
    }

    List<Refund> of(String orderNo) {
        return sql.sql("select * from refund where order_no = ?")
                .param(orderNo)
                .query(Refund.class)
                .list();
    }
}
