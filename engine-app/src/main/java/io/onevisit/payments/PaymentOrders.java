package io.onevisit.payments;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Fee;
import io.onevisit.deadlines.ClockChanged;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.problems.Problem;
import io.onevisit.processes.FeePayment;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case has to pay before it goes on, as long as its special procedure runs. */
@Component
public class PaymentOrders {

    private static final char KIND = 'P';
    private static final String PLATFORM = "平台";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final PaymentOrderRows rows;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final Numbers numbers;
    private final Clock time;

    PaymentOrders(PaymentOrderRows rows, Cases cases, Catalogue catalogue, Clocks clocks, Numbers numbers, Clock time) {
        this.rows = rows;
        this.cases = cases;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.numbers = numbers;
        this.time = time;
    }

    /** A case's order, the last where there were several. */
    public Optional<PaymentOrder> ofCase(String caseNo) {
        return rows.ofCase(caseNo);
    }

    /** @return {@link FeePayment#DUE}, {@link FeePayment#NONE} or {@link FeePayment#UNASSESSED} */
    String issue(String caseNo) {
        var file = cases.lock(caseNo);
        var procedure = procedure(caseNo);
        var said = catalogue.fees(file.itemCode(), file.region(), file.itemEdition(), file.submittedAt());
        var fees = said.fees().isEmpty() ? rows.assessed(caseNo, procedure.number()) : said.fees();
        if (fees.isEmpty()) {
            return FeePayment.UNASSESSED;
        }
        var cents = fees.stream().mapToLong(Fee::cents).sum();
        if (cents == 0) {
            cases.journal(caseNo, PLATFORM, "无须缴费", named(fees), time.instant());
            return FeePayment.NONE;
        }
        issue(file, procedure, fees, cents, said.online());
        return FeePayment.DUE;
    }

    private void issue(CaseFile file, Clocks.Key procedure, List<Fee> fees, long cents, boolean online) {
        var now = time.instant();
        var order = new PaymentOrder(
                numbers.next(KIND, file.region(), now),
                file.caseNo(),
                file.applicationNo(),
                procedure.number(),
                file.itemName(),
                file.department(),
                file.region(),
                file.applicantName(),
                cents,
                fees,
                online,
                now,
                clocks.face(procedure, now).promisedDueAt(),
                PaymentOrder.State.OPEN,
                null);
        if (rows.insert(order)) {
            cases.journal(
                    file.caseNo(),
                    PLATFORM,
                    FeePayment.ISSUED,
                    "应缴 %s 元（%s），请于 %s 前缴纳，缴款通知书编号 %s"
                            .formatted(Yuan.text(cents), named(fees), MOMENT.format(order.until()), order.no()),
                    now);
        }
    }

    /** An officer says what is to be paid, where the item does not; nothing is a sum too. */
    @Transactional
    public void assess(String caseNo, String name, String amount, String basis, String officer) {
        cases.lock(caseNo);
        var now = time.instant();
        var fee = new Fee(name, Yuan.cents(amount), basis);
        rows.assess(caseNo, procedure(caseNo).number(), fee, officer, now);
        cases.journal(caseNo, officer, "核定费用", "%s，依据：%s".formatted(named(List.of(fee)), basis), now);
    }

    /** An officer lets the applicant off (减免). */
    @Transactional
    public void waive(String caseNo, String reason, String officer) {
        cases.lock(caseNo);
        var order = rows.lockOpen(caseNo).orElseThrow(PaymentOrders::over);
        settle(order, PaymentOrder.State.WAIVED, officer, "减免缴费", "%s（%s）".formatted(reason, order.no()));
    }

    /** What is open is not to be paid any more. */
    void cancel(String caseNo, String reason) {
        cases.lock(caseNo);
        rows.lockOpen(caseNo)
                .ifPresent(order -> settle(
                        order,
                        PaymentOrder.State.CANCELLED,
                        PLATFORM,
                        "取消缴款通知书",
                        "%s，缴款通知书编号 %s".formatted(reason, order.no())));
    }

    private void settle(PaymentOrder order, PaymentOrder.State state, String who, String what, String detail) {
        var now = time.instant();
        rows.settle(order.no(), state, now);
        cases.journal(order.caseNo(), who, what, detail, now);
    }

    /** A case that ended meanwhile has nothing to pay any more. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.to().isEnd()) {
            cancel(moved.caseNo(), "办件已终止");
        }
    }

    @EventListener
    void on(ClockChanged change) {
        if (change.key().kind() == ClockKind.SPECIAL_PROCEDURE
                && change.dueAt() != null
                && change.finishedAt() == null) {
            rows.redate(change.key().no(), change.key().number(), change.dueAt());
        }
    }

    private Clocks.Key procedure(String caseNo) {
        return clocks.running(caseNo, ClockKind.SPECIAL_PROCEDURE)
                .orElseThrow(() -> new IllegalStateException("办件 " + caseNo + " 没有进行中的特别程序，不能收取费用"));
    }

    private static String named(List<Fee> fees) {
        return fees.stream()
                .map(fee -> "%s %s 元".formatted(fee.name(), Yuan.text(fee.cents())))
                .collect(Collectors.joining("、"));
    }

    static Problem over() {
        return Problem.conflict("payment-order-over", "缴款通知书已经结清或者取消，请刷新后查看。");
    }
}
