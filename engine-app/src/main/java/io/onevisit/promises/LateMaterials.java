package io.onevisit.promises;

import io.onevisit.cases.Ending;
import io.onevisit.cases.Endings;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
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
    private final Endings endings;
    private final TransactionTemplate transaction;
    private final Clock time;

    LateMaterials(JdbcClient sql, Endings endings, TransactionTemplate transaction, Clock time) {
        this.sql = sql;
        this.endings = endings;
        this.transaction = transaction;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${onevisit.promises.sweep:PT1M}")
    void sweep() {
        for (var late : late()) {
            try {
                transaction.executeWithoutResult(status -> end(late));
            } catch (Problem refused) {
                LOG.info("Case {} does not end though a promised material is late: {}", late, refused.code());
                lapse(late);
            }
        }
    }

    private void end(String caseNo) {
        lapse(caseNo);
        endings.end(caseNo, Ending.OVERDUE, "平台", "容缺材料逾期未补交，按申请人的书面承诺终止办理");
    }

    private void lapse(String caseNo) {
        sql.sql("update deferred_material set lapsed_at = ? where case_no = ? and supplied_at is null")
                .params(Timestamp.from(time.instant()), caseNo)
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
