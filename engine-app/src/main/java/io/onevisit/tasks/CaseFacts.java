package io.onevisit.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onevisit.cases.Applications;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Reviews;
import io.onevisit.materials.Document;
import io.onevisit.materials.Documents;
import io.onevisit.materials.Supplements;
import io.onevisit.payments.PaymentOrders;
import io.onevisit.payments.Yuan;
import io.onevisit.processes.PublicNotice;
import io.onevisit.promises.Commitments;
import io.onevisit.promises.DeferredMaterials;
import io.onevisit.publicity.Objection;
import io.onevisit.publicity.Objections;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an officer has to know of a case beside its papers: what colleagues proposed, what the applicant said and promised. */
@Component
class CaseFacts {

    private final Applications applications;
    private final Cases cases;
    private final Reviews reviews;
    private final Supplements supplements;
    private final DeferredMaterials deferred;
    private final Commitments commitments;
    private final Objections objections;
    private final PaymentOrders paymentOrders;
    private final Documents documents;

    CaseFacts(
            Applications applications,
            Cases cases,
            Reviews reviews,
            Supplements supplements,
            DeferredMaterials deferred,
            Commitments commitments,
            Objections objections,
            PaymentOrders paymentOrders,
            Documents documents) {
        this.applications = applications;
        this.cases = cases;
        this.reviews = reviews;
        this.supplements = supplements;
        this.deferred = deferred;
        this.commitments = commitments;
        this.objections = objections;
        this.paymentOrders = paymentOrders;
        this.documents = documents;
    }

    List<Subject.Fact> of(WorkItem item) {
        var no = item.caseNo() == null ? item.applicationNo() : item.caseNo();
        var facts = new ArrayList<Subject.Fact>();
        applications.get(item.applicationNo()).agency().ifPresent(agent -> facts.add(new Subject.Fact("代办", agent)));
        applications
                .queued(item.applicationNo())
                .ifPresent(came -> facts.add(new Subject.Fact(
                        "现场取号",
                        "%s，等候 %d 分钟".formatted(came.ticket(), came.waited().toMinutes()))));
        var answer = supplements.lastAnswer(no);
        if (!answer.isBlank()) {
            facts.add(new Subject.Fact("申请人的补正答复", answer));
        }
        if (item.caseNo() == null) {
            return facts;
        }
        reviews.proposal(no).ifPresent(text -> facts.add(new Subject.Fact("第一承办人的意见", text)));
        reviews.extensionAsked(no).ifPresent(text -> facts.add(new Subject.Fact("申请延长审批期限", text)));
        deferred.open(no).forEach(open -> facts.add(new Subject.Fact("容缺材料，尚未补交", open.materialName())));
        commitments.find(no).ifPresent(commitment -> facts.add(new Subject.Fact("申请人的书面承诺", commitment.promise())));
        paymentOrders
                .ofCase(no)
                .ifPresent(order -> facts.add(new Subject.Fact(
                        "缴款通知书",
                        "%s，应缴 %s 元，编号 %s".formatted(order.state().label(), Yuan.text(order.cents()), order.no()))));
        if (item.key().equals(PublicNotice.Elements.VERIFY_OBJECTION)) {
            facts.addAll(objected(objections.waiting(no)));
        }
        return facts;
    }

    /** The objection that is verified with this task, and how many wait behind it. */
    private List<Subject.Fact> objected(List<Objection> waiting) {
        var facts = new ArrayList<Subject.Fact>();
        waiting.stream().findFirst().ifPresent(first -> {
            facts.add(new Subject.Fact("异议人", objections.who(first)));
            facts.add(new Subject.Fact("异议内容", first.text()));
            if (first.evidence() != null) {
                facts.add(new Subject.Fact("异议人提交的证据", evidence(first), null, first.evidence()));
            }
        });
        if (waiting.size() > 1) {
            facts.add(new Subject.Fact("随后待核实的异议", waiting.size() - 1 + " 件"));
        }
        return facts;
    }

    private String evidence(Objection objection) {
        return documents.find(objection.evidence()).map(Document::name).orElse("");
    }

    /** The form with only those special procedures to choose from that the case's item allows. */
    JsonNode form(JsonNode schema, WorkItem item) {
        if (item.caseNo() == null) {
            return schema;
        }
        var allowed = Set.copyOf(reviews.specialKinds(cases.get(item.caseNo())));
        var copy = schema.deepCopy();
        copy.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals("kind"))
                .forEach(field -> keep((ObjectNode) field, allowed));
        return copy;
    }

    /** Whether an officer may still end the case: nothing is decided. */
    static boolean endable(CaseFile file) {
        return !file.state().isEnd() && file.decision() == null;
    }

    private static void keep(ObjectNode field, Set<String> allowed) {
        var values = (ArrayNode) field.path("values");
        for (var n = values.size() - 1; n >= 0; n--) {
            if (!allowed.contains(values.get(n).path("value").asText())) {
                values.remove(n);
            }
        }
    }
}
