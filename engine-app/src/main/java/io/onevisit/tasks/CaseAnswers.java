package io.onevisit.tasks;

import io.onevisit.cases.Applications;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Deliveries;
import io.onevisit.cases.Extensions;
import io.onevisit.cases.JournalEntry;
import io.onevisit.cases.Reviews;
import io.onevisit.identity.Account;
import io.onevisit.materials.Materials;
import io.onevisit.materials.Supplement;
import io.onevisit.materials.Supplements;
import io.onevisit.payments.PaymentOrders;
import io.onevisit.payments.Payments;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Delivery;
import io.onevisit.processes.FeePayment;
import io.onevisit.processes.PublicNotice;
import io.onevisit.promises.Commitments;
import io.onevisit.promises.DeferredMaterials;
import io.onevisit.publicity.Objections;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an officer's answer means for the application or the case: written down with its reason before the process goes on. */
@Component
class CaseAnswers {

    /** The longest special procedure or commitment that may be asked for, in days. */
    static final int LONGEST_SPECIAL = 365;

    private final Applications applications;
    private final Cases cases;
    private final Reviews reviews;
    private final Extensions extensions;
    private final Deliveries deliveries;
    private final Materials materials;
    private final Supplements supplements;
    private final DeferredMaterials deferred;
    private final Commitments commitments;
    private final Objections objections;
    private final PaymentOrders paymentOrders;
    private final Payments payments;
    private final Clock time;

    CaseAnswers(
            Applications applications,
            Cases cases,
            Reviews reviews,
            Extensions extensions,
            Deliveries deliveries,
            Materials materials,
            Supplements supplements,
            DeferredMaterials deferred,
            Commitments commitments,
            Objections objections,
            PaymentOrders paymentOrders,
            Payments payments,
            Clock time) {
        this.applications = applications;
        this.cases = cases;
        this.reviews = reviews;
        this.extensions = extensions;
        this.deliveries = deliveries;
        this.materials = materials;
        this.supplements = supplements;
        this.deferred = deferred;
        this.commitments = commitments;
        this.objections = objections;
        this.paymentOrders = paymentOrders;
        this.payments = payments;
        this.time = time;
    }

    /** @return the outcome the process goes on with */
    String note(Account officer, WorkItem item, String outcome, Map<String, Object> answers) {
        var no = item.caseNo() == null ? item.applicationNo() : item.caseNo();
        var opinion = text(answers, "opinion");
        if (item.key().equals(Delivery.Elements.REGISTER_DELIVERY)) {
            deliver(officer, no, outcome, answers);
            return outcome;
        }
        if (item.key().equals(FeePayment.Elements.ASSESS_FEE)) {
            paymentOrders.assess(
                    no, text(answers, "feeName"), text(answers, "amount"), text(answers, "feeBasis"), officer.name());
            return outcome;
        }
        switch (outcome) {
            case "accept" -> clerk(officer, item, outcome, opinion, "", "综窗预审通过");
            case "refuse" -> {
                required(opinion, "不予受理须写明理由（行政许可法第三十二条）。");
                var body = text(answers, "rightBody");
                if (body.isEmpty()) {
                    throw Problem.invalid("right-body-missing", "不予受理应当告知申请人向哪个行政机关申请（行政许可法第三十二条）。")
                            .with("field", "rightBody");
                }
                clerk(officer, item, outcome, opinion, body, "综窗不予受理");
            }
            case "not-applicable" -> {
                required(opinion, "请写明为什么不需要许可（行政许可法第三十二条）。");
                clerk(officer, item, outcome, opinion, "", "综窗不受理");
            }
            case "fail" -> {
                required(opinion, "请写明预审不通过的原因，申请人据此重新申报。");
                clerk(officer, item, outcome, opinion, "", "综窗预审不通过");
            }
            case "supplement" -> {
                required(opinion, "请写明需要补正的全部内容，须一次性告知（行政许可法第三十二条）。");
                supplements.propose(no, opinion, items(item, answers), officer.name());
                cases.journal(no, officer.name(), "要求补正", opinion, time.instant());
            }
            case "grant", "deny" -> {
                if (outcome.equals("deny")) {
                    required(opinion, "不予许可须说明理由（行政许可法第三十八条）。");
                }
                if (outcome.equals("grant")) {
                    deferred.refuseGrant(no);
                }
                reviews.answer(no, outcome, opinion, officer.username(), officer.name());
            }
            case "agree", "disagree" -> {
                if (outcome.equals("disagree")) {
                    required(opinion, "不同意的请写明意见。");
                }
                return reviews.second(no, outcome.equals("agree"), opinion, officer.username(), officer.name());
            }
            case "special-procedure" -> {
                required(opinion, "请写明特别程序的理由（行政许可法第四十五条）。");
                reviews.special(no, text(answers, "kind"), days(answers), opinion, officer.name());
            }
            case "end" -> reviews.specialEnded(no, opinion, officer.name());
            case "extension" -> {
                required(opinion, "请写明延期的理由（行政许可法第四十二条）。");
                extensions.ask(no, days(answers), opinion, officer.name());
            }
            case "approve" ->
                extensions.approve(no, text(answers, "days").isEmpty() ? 0 : days(answers), opinion, officer.name());
            case "reject" -> {
                required(opinion, "不批准的请写明理由。");
                extensions.reject(no, opinion, officer.name());
            }
            case PublicNotice.UPHELD, PublicNotice.REJECTED -> {
                required(opinion, "请写明核实情况和理由，告知异议人。");
                objections.verify(no, outcome.equals(PublicNotice.UPHELD), opinion, officer);
            }
            case FeePayment.PAID -> {
                needed(answers, "receiptNo", "receipt-missing", "请填写窗口开出的票据号码。");
                needed(answers, "amount", "amount-missing", "请填写实收金额。");
                payments.atTask(no, text(answers, "receiptNo"), text(answers, "amount"), officer);
            }
            case FeePayment.WAIVED -> {
                required(opinion, "减免的请写明理由和依据。");
                paymentOrders.waive(no, opinion, officer.name());
            }
            case "fulfilled" -> commitments.note(no, opinion, false, officer.name());
            case "rectify" -> {
                required(opinion, "请写明整改要求。");
                commitments.rectify(no, days(answers), opinion, officer.name());
            }
            case "revoke" -> {
                required(opinion, "撤销的请写明理由。");
                commitments.note(no, opinion, "true".equals(text(answers, "falsePromise")), officer.name());
            }
            default -> cases.journal(no, officer.name(), item.name(), arranged(answers) + opinion, time.instant());
        }
        return outcome;
    }

    private void clerk(Account officer, WorkItem item, String outcome, String opinion, String rightBody, String what) {
        applications.noteReview(item.applicationNo(), outcome, opinion, rightBody, officer.name());
        cases.journal(item.applicationNo(), officer.name(), what, opinion, time.instant());
    }

    private void deliver(Account officer, String caseNo, String how, Map<String, Object> answers) {
        try {
            var on = LocalDate.parse(text(answers, "deliveredOn"));
            deliveries.note(caseNo, text(answers, "receiver"), how, on, officer.name(), text(answers, "opinion"));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("delivered-on", "请填写送达日期。").with("field", "deliveredOn");
        }
    }

    private List<Supplement.Item> items(WorkItem item, Map<String, Object> answers) {
        if (!(answers.get("materials") instanceof List<?> keys)) {
            return List.of();
        }
        var named = materials.of(item.applicationNo());
        return keys.stream()
                .map(String::valueOf)
                .flatMap(key -> named.stream().filter(material -> material.key().equals(key)))
                .map(material -> new Supplement.Item(material.key(), material.name(), text(answers, "opinion")))
                .toList();
    }

    /** When and where an inspection, a hearing or a review is held: the line of the journal that the applicant is told. */
    private static String arranged(Map<String, Object> answers) {
        var day = text(answers, "heldOn");
        return day.isEmpty() ? "" : "%s%s，地点：%s。".formatted(JournalEntry.ARRANGED, day, text(answers, "place"));
    }

    private static int days(Map<String, Object> answers) {
        try {
            var days = Integer.parseInt(text(answers, "days"));
            if (days >= 1 && days <= LONGEST_SPECIAL) {
                return days;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what is wanted
        }
        throw Problem.invalid("special-days", "请填写所需的天数（1 至 " + LONGEST_SPECIAL + " 天）。")
                .with("field", "days");
    }

    private static void needed(Map<String, Object> answers, String field, String code, String sentence) {
        if (text(answers, field).isEmpty()) {
            throw Problem.invalid(code, sentence).with("field", field);
        }
    }

    private static void required(String opinion, String sentence) {
        if (opinion.isBlank()) {
            throw Problem.invalid("opinion-missing", sentence).with("field", "opinion");
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        var answer = answers.get(key);
        return answer == null ? "" : answer.toString().strip();
    }
}
