package io.onevisit.handoff;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.CaseState;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Deliveries;
import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.cases.LinkLimits;
import io.onevisit.cases.Locks;
import io.onevisit.cases.Procedures;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import io.onevisit.licenses.Issuing;
import io.onevisit.materials.Supplements;
import io.onevisit.notices.Notices;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Messages;
import io.onevisit.promises.DeferredMaterials;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a department's message does: the same as our own officers' acts do. */
@Component
class Effects {

    private final Cases cases;
    private final Locks locks;
    private final Procedures procedures;
    private final Deliveries deliveries;
    private final Endings endings;
    private final LinkLimits linkLimits;
    private final Clocks clocks;
    private final DeferredMaterials deferred;
    private final Notices notices;
    private final Supplements supplements;
    private final Issuing issuing;
    private final Processes processes;
    private final Outbox outbox;
    private final EndedCases endedCases;
    private final Catalogue catalogue;
    private final Clock time;

    Effects(
            Cases cases,
            Locks locks,
            Procedures procedures,
            Deliveries deliveries,
            Endings endings,
            LinkLimits linkLimits,
            Clocks clocks,
            DeferredMaterials deferred,
            Notices notices,
            Supplements supplements,
            Issuing issuing,
            Processes processes,
            Outbox outbox,
            EndedCases endedCases,
            Catalogue catalogue,
            Clock time) {
        this.cases = cases;
        this.locks = locks;
        this.procedures = procedures;
        this.deliveries = deliveries;
        this.endings = endings;
        this.linkLimits = linkLimits;
        this.clocks = clocks;
        this.deferred = deferred;
        this.notices = notices;
        this.supplements = supplements;
        this.issuing = issuing;
        this.processes = processes;
        this.outbox = outbox;
        this.endedCases = endedCases;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Applies the message; false where the case has not got there yet. A conflict where it never will. */
    boolean apply(Callback said) {
        var file = said.ends() ? locks.withApplication(said.caseNo()) : cases.lock(said.caseNo());
        if (outbox.messages(file.caseNo()).isEmpty()) {
            throw Problem.conflict("not-handed-over", "该办件尚未推送给本部门，不能回传。");
        }
        if (file.state().isEnd() && !said.kind().afterEnd()) {
            throw Problem.conflict(
                    "case-ended",
                    "办件已%s，不能再回传“%s”。"
                            .formatted(file.state().label(), said.kind().label()));
        }
        return switch (said.kind()) {
            case RECEIVED, ACCEPTED -> journaled(file, said);
            case STEP -> step(file, said);
            case CLOSED -> close(file, said);
            case SPECIAL_PROCEDURE_STARTED -> startSpecialProcedure(file, said);
            case SPECIAL_PROCEDURE_ENDED -> endSpecialProcedure(file, said);
            case SUPPLEMENT_REQUESTED -> requestSupplement(file, said);
            case DECIDED -> decide(file, said, said.outcome());
            case ACCEPTANCE_REFUSED -> end(file, said, Endings.refusal(file));
            case DELIVERED -> deliver(file, said);
        };
    }

    private boolean step(CaseFile file, Callback said) {
        linkLimits.reported(file.caseNo(), said.step(), at(said));
        return journaled(file, said);
    }

    private boolean startSpecialProcedure(CaseFile file, Callback said) {
        if (clocks.face(file.caseNo(), time.instant()).startedAt() == null) {
            return false;
        }
        var who = who(file, said);
        var unit = clocks.daysOf(file.caseNo());
        cases.noteSpecialProcedure(file.caseNo(), said.days(), unit, said.reason(), said.legalBasis(), who);
        procedures.open(file.caseNo(), said.days(), unit, said.reason(), said.legalBasis(), who, at(said));
        notices.send(
                "%s:special-procedure:%d".formatted(file.caseNo(), said.sequence()),
                file.applicationNo(),
                file.caseNo(),
                "special-procedure-started");
        return true;
    }

    private boolean endSpecialProcedure(CaseFile file, Callback said) {
        procedures.end(file.caseNo(), who(file, said), said.reason(), at(said));
        return true;
    }

    private boolean requestSupplement(CaseFile file, Callback said) {
        if (supplements.open(file.caseNo()).isPresent()) {
            return false;
        }
        var items = said.materials().stream().map(Callback.Wanted::item).toList();
        supplements.propose(file.caseNo(), said.reason(), items, who(file, said));
        journaled(file, said);
        return answered(file, Map.of("answer", "supplement"));
    }

    private boolean decide(CaseFile file, Callback said, String outcome) {
        if (file.decision() != null) {
            throw Problem.conflict("case-decided", "该办件已作出决定，不能再次回传决定。");
        }
        if (outcome.equals("grant")) {
            deferred.refuseGrant(file.caseNo());
        }
        cases.noteDecision(file.caseNo(), outcome, said.reason(), who(file, said), at(said));
        issuing.tell(file.caseNo(), said.fields());
        journaled(file, said);
        return answered(file, Map.of("answer", "decided", "outcome", outcome));
    }

    /** After a decision a report; without one the department returned, voided or sent the case on. */
    private boolean close(CaseFile file, Callback said) {
        if (!said.result().isEmpty()) {
            return end(file, said, Ending.valueOf(said.result()));
        }
        return journaled(file, said);
    }

    private boolean end(CaseFile file, Callback said, Ending ending) {
        journaled(file, said);
        endedCases.byDepartment(file.caseNo());
        var to = ending == Ending.TRANSFERRED ? said.to() : "";
        endings.end(file.caseNo(), ending, who(file, said), said.reason(), to);
        return true;
    }

    private boolean deliver(CaseFile file, Callback said) {
        if (file.state() == CaseState.DELIVERED) {
            return journaled(file, said);
        }
        if (file.state() != CaseState.CLOSED) {
            return false;
        }
        deliveries.byDepartment(file.caseNo(), who(file, said), said.reason(), at(said));
        return true;
    }

    private boolean answered(CaseFile file, Map<String, Object> variables) {
        return processes.correlate(Messages.DEPARTMENT_ANSWERED, file.caseNo(), variables);
    }

    private boolean journaled(CaseFile file, Callback said) {
        var detail = said.step().isBlank() ? said.reason() : (said.step() + "　" + said.reason()).strip();
        cases.journal(file.caseNo(), who(file, said), said.kind().label(), detail, at(said));
        return true;
    }

    private String who(CaseFile file, Callback said) {
        var department = catalogue.departmentName(file.department());
        return said.officer().isBlank() ? department : department + " " + said.officer();
    }

    /** When the department says it was, but never later than now. */
    private Instant at(Callback said) {
        var now = time.instant();
        return said.at() == null || said.at().isAfter(now) ? now : said.at();
    }
}
