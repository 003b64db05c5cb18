package io.onevisit.cases;

import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.Processes;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends cases before their decision: withdrawn by the applicant, returned, voided or sent on by an officer. Of an ending and a
 * decision made at the same moment exactly one counts; the other is told why it does not.
 */
@Component
public class Endings {

    private final JdbcClient sql;
    private final Cases cases;
    private final Locks locks;
    private final Applications applications;
    private final Clocks clocks;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Endings(
            JdbcClient sql,
            Cases cases,
            Locks locks,
            Applications applications,
            Clocks clocks,
            Processes processes,
            ApplicationEventPublisher events,
            Clock time) {
        this.sql = sql;
        this.cases = cases;
        this.locks = locks;
        this.applications = applications;
        this.clocks = clocks;
        this.processes = processes;
        this.events = events;
        this.time = time;
    }

    /** Ends a case wherever its process stands; a 409 problem says why it can’t. */
    @Transactional
    public void end(String caseNo, Ending ending, String who, String reason) {
        end(caseNo, ending, who, reason, "");
    }

    /** @param to the body that a case is sent on to */
    @Transactional
    public void end(String caseNo, Ending ending, String who, String reason, String to) {
        var file = locks.withApplication(caseNo);
        refuse(file, ending);
        end(file, ending, who, reason);
        tell(file.applicationNo(), List.of(file), reason, to);
    }

    private void end(CaseFile file, Ending ending, String who, String reason) {
        var caseNo = file.caseNo();
        sql.sql(
                        """
                        update case_file set ending = ?, ending_by = ?, ending_reason = ? where month = ? and case_no = ?""")
                .params(ending.name(), who, reason, Numbers.month(caseNo), caseNo)
                .update();
        if (!processes.interrupt(Messages.CASE_ENDED, caseNo, Map.of("outcome", ending.outcome()))) {
            apply(caseNo);
            abandonCheck(file.applicationNo());
        }
    }

    /** Where nothing is left open, nobody has to check the application's materials any more. */
    private void abandonCheck(String applicationNo) {
        if (cases.ofApplication(applicationNo).stream()
                .allMatch(file -> file.state().isEnd())) {
            processes.interrupt(Messages.APPLICATION_WITHDRAWN, applicationNo, Map.of("outcome", "withdrawn"));
        }
    }

    /**
     * The applicant takes back everything that is not decided yet.
     *
     * @return how many cases were withdrawn; a 409 problem where none can be
     */
    @Transactional
    public int withdraw(String applicationNo, String who, String reason) {
        var open = locks.application(applicationNo).stream()
                .filter(file -> !file.state().isEnd()
                        && file.decision() == null
                        && file.state().next().contains(CaseState.WITHDRAWN))
                .toList();
        if (open.isEmpty()) {
            throw Problem.conflict("nothing-to-withdraw", "本次申报的事项都已作出决定或者已经结束，不能撤回。");
        }
        applications.noteReview(applicationNo, "withdrawn", reason, "", who);
        cases.journal(applicationNo, who, "撤回申报", reason, time.instant());
        if (!processes.interrupt(Messages.APPLICATION_WITHDRAWN, applicationNo, Map.of("outcome", "withdrawn"))) {
            open.forEach(file -> end(file, Ending.WITHDRAWN, who, reason));
            tell(applicationNo, open, reason, "");
        }
        return open.size();
    }

    private void tell(String applicationNo, List<CaseFile> files, String reason, String to) {
        var after = files.stream().map(file -> cases.get(file.caseNo())).toList();
        events.publishEvent(new CasesEnded(applicationNo, after, reason, to));
    }

    /** What a department's refusal to accept comes to: 不予受理 before acceptance, afterwards the case is returned (退回办结). */
    public static Ending refusal(CaseFile file) {
        return file.state().next().contains(CaseState.ACCEPTANCE_REFUSED) ? Ending.REFUSED : Ending.RETURNED;
    }

    /** Why a case ended before its decision, in words; empty where it did not or nobody said. */
    public String reason(String caseNo) {
        return sql.sql("select coalesce(ending_reason, '') from case_file where month = ? and case_no = ?")
                .params(Numbers.month(caseNo), caseNo)
                .query(String.class)
                .single();
    }

    /** Why a case can’t be ended this way; silent where it can. */
    public void refuse(CaseFile file, Ending ending) {
        objection(file, ending).ifPresent(problem -> {
            throw problem;
        });
    }

    public boolean allows(CaseFile file, Ending ending) {
        return objection(file, ending).isEmpty();
    }

    private static Optional<Problem> objection(CaseFile file, Ending ending) {
        if (file.state().isEnd()) {
            return Optional.of(Problem.conflict(
                    "case-ended",
                    "“%s”%s，不能%s。".formatted(file.itemName(), file.state().label(), ending.label())));
        }
        if (file.decision() != null) {
            return Optional.of(
                    Problem.conflict("case-decided", "“%s”已作出决定，不能%s。".formatted(file.itemName(), ending.label())));
        }
        if (!file.state().next().contains(ending.state())) {
            return Optional.of(Problem.conflict(
                    "case-state", "办件当前为“%s”，不能%s。".formatted(file.state().label(), ending.label())));
        }
        return Optional.empty();
    }

    /** Makes what was written down the case's end. */
    Ending apply(String caseNo) {
        var noted = sql.sql(
                        "select ending, ending_by as who, ending_reason as reason from case_file where month = ? and case_no = ?")
                .params(Numbers.month(caseNo), caseNo)
                .query(Noted.class)
                .single();
        var ending = Ending.valueOf(noted.ending());
        cases.end(caseNo, ending.state(), ending.result(), noted.who(), noted.reason(), ending.basis());
        stopClock(caseNo, ending);
        return ending;
    }

    /** A case sent on has ended properly and keeps what its clock shows; of the others nothing is supervised any more. */
    private void stopClock(String caseNo, Ending ending) {
        var key = Clocks.Key.ofCase(caseNo);
        var face = clocks.face(key, time.instant());
        if (face.startedAt() == null || face.finishedAt() != null) {
            return;
        }
        if (ending == Ending.TRANSFERRED) {
            clocks.finish(key, time.instant());
        } else {
            clocks.callOff(key, "办件" + ending.label(), time.instant());
        }
    }

    record Noted(String ending, String who, String reason) {}
}
