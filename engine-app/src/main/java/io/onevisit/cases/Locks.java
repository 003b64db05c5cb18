package io.onevisit.cases;

import io.onevisit.deadlines.ClocksToChange;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one order in which rows are locked: an application, its cases by their numbers, and only then tasks, notices, clocks
 * and the engine's rows. Who changes anything of them holds them here first, until the transaction ends; then nobody who
 * waits is waited for.
 */
@Component
public class Locks {

    private final JdbcClient sql;
    private final CaseRows rows;
    private final Cases cases;

    Locks(JdbcClient sql, CaseRows rows, Cases cases) {
        this.sql = sql;
        this.rows = rows;
        this.cases = cases;
    }

    /** What bears this number: an application with all of its cases, or one case. */
    @Transactional
    public void of(String no) {
        if (no.startsWith("A")) {
            application(no);
        } else {
            rows.lock(no); // what bears no number of ours has nothing to hold
        }
    }

    /** An application with all of its cases. */
    @Transactional
    public List<CaseFile> application(String applicationNo) {
        row(applicationNo);
        return rows.lockOfApplication(applicationNo);
    }

    /** A case, and its application before it: for acts that may move the application on too. */
    @Transactional
    public CaseFile withApplication(String caseNo) {
        row(cases.get(caseNo).applicationNo());
        return cases.lock(caseNo);
    }

    /** Many clocks are changed together, which are then written to the rows of their cases. */
    @EventListener
    void on(ClocksToChange change) {
        change.numbers().stream()
                .filter(no -> Numbers.isValid(no) && Character.isDigit(no.charAt(0)))
                .sorted()
                .forEach(no -> sql.sql("select 1 from case_file where month = ? and case_no = ? for update")
                        .params(Numbers.month(no), no)
                        .query(Integer.class)
                        .optional());
    }

    private void row(String applicationNo) {
        sql.sql("select 1 from application where month = ? and application_no = ? for update")
                .params(Numbers.month(applicationNo), applicationNo)
                .query(Integer.class)
                .optional();
    }
}
