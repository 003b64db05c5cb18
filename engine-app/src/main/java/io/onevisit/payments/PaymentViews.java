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

    private static final int PAGE = 20;
    /** Beyond this many nobody counts them by hand. */
    private static final int MOST = 1_000;

    private final PaymentOrderRows orders;
    private final PaymentRows payments;
    private final RefundRows refunds;
    private final ObjectProvider<PaymentGateway> gateway;
    private final Catalogue catalogue;
    private final Clock time;

    PaymentViews(
            PaymentOrderRows orders,
            PaymentRows payments,
            RefundRows refunds,
            ObjectProvider<PaymentGateway> gateway,
            Catalogue catalogue,
            Clock time) {
        this.orders = orders;
        this.payments = payments;
        this.refunds = refunds;
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

    /** @param page the first is 1 */
    Page list(Pile pile, int page, Account officer) {
        var items = orders.list(pile, (page - 1) * PAGE, PAGE).stream()
                .map(order -> shown(order, officer))
                .toList();
        return new Page(items, orders.count(pile, MOST));
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
                paid(order, person));
    }

    private List<Paid> paid(PaymentOrder order, Account person) {
        var back = refunds.of(order.no());
        var collects = person.is(Role.APPROVER) && Refunds.collects(person, order);
        return payments.of(order.no()).stream()
                .map(payment -> {
                    var refund = back.stream().filter(payment::isBackBy).findFirst();
                    return new Paid(
                            payment.id(),
                            payment.channel().label(),
                            payment.receipt(),
                            payment.cents(),
                            payment.paidAt(),
                            payment.use() == Payment.Use.SETTLES,
                            collects
                                    && refund.isEmpty()
                                    && payment.use() == Payment.Use.TO_REFUND
                                    && !person.username().equals(payment.registeredBy()),
                            refund.map(Refund::voucher).orElse(null),
                            refund.map(Refund::registeredAt).orElse(null));
                })
                .toList();
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

    /**
     * @param settles whether it settled the order; what does not is paid back
     * @param refundable whether who looks may write down that it was paid back
     * @param refundVoucher number of the voucher by which it was paid back, {@code null} as long as it was not
     * @param refundedAt when that was registered
     */
    public record Paid(
            String id,
            String channel,
            String receipt,
            long cents,
            Instant paidAt,
            boolean settles,
            boolean refundable,
            String refundVoucher,
            Instant refundedAt) {}

    /** @param total of all pages, {@value #MOST} at most */
    record Page(List<Shown> items, int total) {}
}
