package io.onevisit.payments;

import io.onevisit.cases.Cases;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.notices.Notices;
import io.onevisit.problems.Problem;
import io.onevisit.processes.FeePayment;
import io.onevisit.processes.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes money in: the first payment of its sum in time settles an order and lets the case go on; whatever the payment
 * platform got late, once more or in another sum is written down to be paid back. Each is counted once, by its number.
 */
@Component
public class Payments {

    private final PaymentOrderRows orders;
    private final PaymentRows rows;
    private final Cases cases;
    private final Processes processes;
    private final Notices notices;
    private final Clock time;

    Payments(PaymentOrderRows orders, PaymentRows rows, Cases cases, Processes processes, Notices notices, Clock time) {
        this.orders = orders;
        this.rows = rows;
        this.cases = cases;
        this.processes = processes;
        this.notices = notices;
        this.time = time;
    }

    /** What the public payment platform tells: told again, it is answered the same. */
    @Transactional
    PaymentReceived online(String orderNo, String transaction, long cents, String receipt, Instant paidAt) {
        hold(orderNo);
        var known = rows.find(Payment.Channel.ONLINE, transaction);
        if (known.isPresent()) {
            if (!known.get().isFor(orderNo, cents)) {
                throw Problem.conflict("transaction-reused", "交易流水号 " + transaction + " 已用于另一笔内容不同的款项，请核对。");
            }
            return PaymentReceived.DUPLICATE;
        }
        var now = time.instant();
        var at = paidAt == null || paidAt.isAfter(now) ? now : paidAt;
        return goOn(take(Payment.Channel.ONLINE, transaction, orderNo, cents, receipt, at, null));
    }

    /** What a window took, registered by its receipt. */
    @Transactional
    PaymentReceived atWindow(String orderNo, String receipt, long cents, Account officer) {
        hold(orderNo);
        return goOn(register(orderNo, receipt, cents, officer));
    }

    /** The same, by the answer to the task that waits for it: the process goes on with the answer. */
    @Transactional
    public void atTask(String caseNo, String receipt, String amount, Account officer) {
        cases.lock(caseNo);
        var order = orders.lockOpen(caseNo).orElseThrow(PaymentOrders::over);
        if (!order.payableAt(time.instant())) {
            throw Problem.conflict("payment-late", "缴纳期限已过，不能据此继续办理；已经收了款的，请在“收费与退付”中登记，记为待退付。");
        }
        register(order.no(), receipt, Yuan.cents(amount), officer);
    }

    /** The case before its order: everybody locks in this order. */
    private void hold(String orderNo) {
        cases.lock(orders.get(orderNo).caseNo());
    }

    private Payment register(String orderNo, String receipt, long cents, Account officer) {
        if (rows.find(Payment.Channel.WINDOW, receipt).isPresent()) {
            throw Problem.conflict("receipt-known", "票据号码 " + receipt + " 已经登记过，请核对。")
                    .with("field", "receiptNo");
        }
        return take(Payment.Channel.WINDOW, receipt, orderNo, cents, receipt, time.instant(), officer);
    }

    private Payment take(
            Payment.Channel channel,
            String transaction,
            String orderNo,
            long cents,
            String receipt,
            Instant paidAt,
            Account officer) {
        var order = orders.lock(orderNo);
        var exact = cents == order.cents();
        if (!exact && channel == Payment.Channel.WINDOW) {
            throw Problem.invalid("payment-amount", "金额与缴款通知书不一致：应缴 %s 元。".formatted(Yuan.text(order.cents())))
                    .with("field", "amount");
        }
        var now = time.instant();
        var settles = exact && order.payableAt(paidAt);
        var payment = new Payment(
                channel,
                transaction,
                orderNo,
                cents,
                receipt,
                paidAt,
                now,
                settles ? Payment.Use.SETTLES : Payment.Use.TO_REFUND,
                officer == null ? null : officer.username());
        rows.insert(payment);
        if (settles) {
            orders.settle(orderNo, PaymentOrder.State.PAID, now);
        }
        cases.journal(
                order.caseNo(),
                officer == null ? "统一公共支付平台" : officer.name(),
                settles ? channel.label() : FeePayment.TO_REFUND,
                "%s 元%s，票据号码 %s，缴款通知书编号 %s".formatted(Yuan.text(cents), exact ? "" : "（与应缴金额不一致）", receipt, orderNo),
                now);
        notices.send(
                "payment:" + payment.id(),
                order.applicationNo(),
                order.caseNo(),
                settles ? "payment-received" : "payment-to-refund");
        return payment;
    }

    private PaymentReceived goOn(Payment payment) {
        if (payment.use() == Payment.Use.TO_REFUND) {
            return PaymentReceived.TO_REFUND;
        }
        processes.interrupt(
                Messages.PAYMENT_RECEIVED, orders.get(payment.orderNo()).caseNo(), Map.of());
        return PaymentReceived.SETTLED;
    }
}
