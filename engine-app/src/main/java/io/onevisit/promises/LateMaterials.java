package io.onevisit.promises;

import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.cases.Locks;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends cases whose promised materials did not come in time (补正不来办结), each in a transaction of its own. */
@Component
class LateMaterials {

    private static final Logger LOG = LoggerFactory.getLogger(LateMaterials.class);
    private static final int CASES_PER_SWEEP = 200;

    private final JdbcClient sql;
    private final Locks locks;
    private final Endings endings;
    private final TransactionTemplate transaction;
    private final Clock time;

    LateMaterials(JdbcClient sql, Locks locks, Endings endings, TransactionTemplate transaction, Clock time) {
        this.sql = sql;
        this.locks = locks;
        this.endings = endings;
        this.transaction = transaction;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${onevisit.promises.sweep:PT1M}")
    @SchedulerLock(name = "late-materials")
    void sweep() {
        for (var late : late()) {
            try {
                settle(late);
            } catch (RuntimeException failed) {
                LOG.error("Case {} with a late promised material waits for the next sweep", late, failed);
            }
        }
    }

    private void settle(String caseNo) {
        try {
            transaction.executeWithoutResult(status -> end(caseNo));
        } catch (Problem refused) {
            LOG.info("Case {} does not end though a promised material is late: {}", caseNo, refused.code());
            lapse(caseNo);
        }
    }

    /** Within a transaction; what was supplied since the case was found late does not end it. */
    void end(String caseNo) {
        locks.withApplication(caseNo);
        if (lapse(caseNo) == 0) {
            return;
        }
        endings.end(caseNo, Ending.OVERDUE, "平台", "容缺材料逾期未补交，按申请人的书面承诺终止办理");
    }

    private int lapse(String caseNo) {
        var now = Timestamp.from(time.instant());
        return sql.sql(
                        """
                        update deferred_material set lapsed_at = ?
                        where case_no = ? and due_at < ? and supplied_at is null and lapsed_at is null""")
                .params(now, caseNo, now)
                .update();
    }

    private List<String> late() {
        return sql.sql(
                        """
                        select distinct case_no from deferred_material
                        where due_at < ? and supplied_at is null and lapsed_at is null limit ?""")
                .params(Timestamp.from(time.instant()), CASES_PER_SWEEP)
                .query(String.class)
                .list();
    }
}
