package io.onevisit.payments;

import io.onevisit.cases.Cases;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Account;
import io.onevisit.notices.Notices;
import io.onevisit.problems.Problem;
import io.onevisit.processes.FeePayment;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that was to be paid back is written down as paid back, once, by another officer than who took it. The money itself
 * goes the way of the payment platform or of the treasury.
 */
@Component
class Refunds {

    private final PaymentOrderRows orders;
    private final PaymentRows payments;
    private final RefundRows rows;
    private final Cases cases;
    private final Notices notices;
    private final Clock time;

    Refunds(PaymentOrderRows orders, PaymentRows payments, RefundRows rows, Cases cases, Notices notices, Clock time) {
        this.orders = orders;
        this.payments = payments;
        this.rows = rows;
        this.cases = cases;
        this.notices = notices;
        this.time = time;
    }

    /** Whether an officer belongs to who collects the order's fee: its department, of the place or above it. */
    static boolean collects(Account officer, PaymentOrder order) {
        return order.department().equals(officer.department())
                && RegionCode.of(order.region()).lineage().contains(officer.region());
    }

    /** @param id {@link Payment#id()} */
    @Transactional
    void register(String orderNo, String id, String voucher, Account officer) {
        var order = orders.get(orderNo);
        cases.lock(order.caseNo());
        if (!collects(officer, order)) {
            throw Problem.forbidden("refund-other-department", "退付由收费单位的承办人登记。");
        }
        var payment = toRefund(orderNo, id);
        if (officer.username().equals(payment.registeredBy())) {
            throw Problem.conflict("refund-own", "这笔款项由您登记收取，退付须由其他承办人登记。");
        }
        var now = time.instant();
        try {
            rows.insert(
                    new Refund(payment.channel(), payment.transaction(), orderNo, voucher, officer.username(), now));
        } catch (DuplicateKeyException known) {
            throw Problem.conflict("voucher-known", "退付凭证号码 " + voucher + " 已经登记过，请核对。")
                    .with("field", "voucherNo");
        }
        cases.journal(
                order.caseNo(),
                officer.name(),
                FeePayment.REFUNDED,
                "%s 元，票据号码 %s，退付凭证号码 %s，缴款通知书编号 %s"
                        .formatted(Yuan.text(payment.cents()), payment.receipt(), voucher, orderNo),
                now);
        notices.send("refund:" + payment.id(), order.applicationNo(), order.caseNo(), "payment-refunded");
    }

    private Payment toRefund(String orderNo, String id) {
        var payment = payments.of(orderNo).stream()
                .filter(each -> each.use() == Payment.Use.TO_REFUND && each.id().equals(id))
                .filter(each -> rows.of(orderNo).stream().noneMatch(each::isBackBy))
                .findFirst();
        return payment.orElseThrow(() -> Problem.conflict("refund-nothing", "这笔款项不是待退付的，或者已经退付，请刷新后查看。"));
    }
}
