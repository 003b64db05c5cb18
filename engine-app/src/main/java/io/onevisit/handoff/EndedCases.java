package io.onevisit.handoff;

import io.onevisit.cases.CaseMoved;
import io.onevisit.cases.CaseState;
import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.processes.DepartmentTold;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a department know that a case it was given ended without it: withdrawn by the applicant or ended by an officer. */
@Component
class EndedCases {

    private static final Set<CaseState> WITHOUT_DECISION = EnumSet.of(
            CaseState.WITHDRAWN,
            CaseState.RETURNED,
            CaseState.VOIDED,
            CaseState.TRANSFERRED,
            CaseState.ACCEPTANCE_REFUSED);

    private final JdbcClient sql;
    private final Outbox outbox;
    private final Processes processes;

    EndedCases(JdbcClient sql, Outbox outbox, Processes processes) {
        this.sql = sql;
        this.outbox = outbox;
        this.processes = processes;
    }

    static boolean endedWithoutDecision(CaseState state) {
        return WITHOUT_DECISION.contains(state);
    }

    /** The department ends the case itself and need not be told; called before it ends. */
    void byDepartment(String caseNo) {
        sql.sql("update handoff_progress set ended_by_department = true where case_no = ?")
                .param(caseNo)
                .update();
    }

    @EventListener
    void on(CaseMoved moved) {
        if (endedWithoutDecision(moved.to())
                && !outbox.messages(moved.caseNo()).isEmpty()
                && !endedByDepartment(moved.caseNo())) {
            processes.start(
                    DepartmentTold.PROCESS,
                    moved.caseNo(),
                    Tenants.city(moved.file().region()),
                    Map.of("caseNo", moved.caseNo()));
        }
    }

    private boolean endedByDepartment(String caseNo) {
        return sql.sql("select ended_by_department from handoff_progress where case_no = ?")
                .param(caseNo)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
