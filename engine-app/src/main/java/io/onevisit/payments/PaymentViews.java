package io.onevisit.payments;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Fee;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Payment orders as people see them, with what came for them and where they are paid. */
@Component
public class PaymentViews {

    private final PaymentOrderRows orders;
    private final PaymentRows payments;
    private final ObjectProvider<PaymentGateway> gateway;
    private final Catalogue catalogue;
    private final Clock time;

    PaymentViews(
            PaymentOrderRows orders,
            PaymentRows payments,
            ObjectProvider<PaymentGateway> gateway,
            Catalogue catalogue,
            Clock time) {
        this.orders = orders;
        this.payments = payments;
        this.gateway = gateway;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** An application's orders, the first one first. */
    public List<Shown> of(String applicationNo, Account person) {
        return orders.ofApplication(applicationNo).stream()
                .map(order -> shown(order, person))
                .toList();
    }

    Shown one(String no, Account person) {
        return shown(orders.get(no), person);
    }

    private Shown shown(PaymentOrder order, Account person) {
        var payable = order.payableAt(time.instant());
        var own = person.is(Role.CITIZEN);
        return new Shown(
                order.no(),
                order.applicationNo(),
                order.caseNo(),
                order.itemName(),
                catalogue.departmentName(order.department()),
                own ? order.payer() : Masked.name(order.payer()),
                order.cents(),
                order.fees(),
                order.issuedAt(),
                order.until(),
                order.state().name(),
                order.state().label(),
                order.settledAt(),
                payable,
                own && payable && order.online() ? cashier(order) : null,
                payments.of(order.no()).stream()
                        .map(payment -> new Paid(
                                payment.channel().label(),
                                payment.receipt(),
                                payment.cents(),
                                payment.paidAt(),
                                payment.use() == Payment.Use.TO_REFUND))
                        .toList());
    }

    private String cashier(PaymentOrder order) {
        var platform = gateway.getIfAvailable();
        return platform == null ? null : platform.cashier(order);
    }

    /**
     * @param payable whether it may be paid now
     * @param cashier where it is paid online, {@code null} where it is not
     */
    public record Shown(
            String no,
            String applicationNo,
            String caseNo,
            String itemName,
            String departmentName,
            @Personal(value = Mask.NAME, purpose = "核对缴款人", shown = Personal.Shown.TO_THE_PERSON) String payer,
            long cents,
            List<Fee> fees,
            Instant issuedAt,
            Instant until,
            String state,
            String stateLabel,
            Instant settledAt,
            boolean payable,
            String cashier,
            List<Paid> payments) {}

    /** @param toRefund it came late or once more, and is to be paid back (待退付) */
    public record Paid(String channel, String receipt, long cents, Instant paidAt, boolean toRefund) {}
}
