package io.onevisit.payments;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose case a payment order is about, for the audit. */
@Component
class PaymentOrderConcern implements Concern {

    private final PaymentOrderRows rows;

    PaymentOrderConcern(PaymentOrderRows rows) {
        this.rows = rows;
    }

    @Override
    public Kind kind() {
        return Kind.PAYMENT_ORDER;
    }

    @Override
    public Optional<About> about(String no) {
        return rows.find(no).map(order -> new About(order.applicationNo(), order.caseNo(), order.itemName(), ""));
    }
}
