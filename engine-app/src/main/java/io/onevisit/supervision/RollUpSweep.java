package io.onevisit.supervision;

import io.onevisit.catalogue.Catalogue;
import java.time.Clock;
import java.time.LocalDate;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the roll-ups up to date every minute, and at night proves two months of them against a recount. */
@Component
class RollUpSweep {

    private static final Logger log = LoggerFactory.getLogger(RollUpSweep.class);
    private static final int PROVED_DAYS = 62;

    private final RollUp rollUp;
    private final SupervisionFailures failures;
    private final Clock now;

    RollUpSweep(RollUp rollUp, SupervisionFailures failures, Clock now) {
        this.rollUp = rollUp;
        this.failures = failures;
        this.now = now;
    }

    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.statistics:60s}")
    @SchedulerLock(name = "statistics", lockAtMostFor = "PT50S", lockAtLeastFor = "PT50S")
    void sweep() {
        noted(rollUp::sweep);
    }

    @Scheduled(cron = "${onevisit.supervision.proof:0 0 3 * * *}", zone = "Asia/Shanghai")
    @SchedulerLock(name = "statistics-proof", lockAtMostFor = "PT1H", lockAtLeastFor = "PT1H")
    void prove() {
        noted(() -> {
            var today = LocalDate.ofInstant(now.instant(), Words.CHINA);
            var proof = rollUp.prove(today.minusDays(PROVED_DAYS), today.minusDays(1));
            if (proof.different() > 0)
                log.warn(
                        "{} of {} roll-up rows differed from the recount and were mended",
                        proof.different(),
                        proof.rows());
        });
    }

    private void noted(Runnable work) {
        var province = new Tenant(Catalogue.PROVINCE);
        try {
            work.run();
            failures.over(province, SupervisionFailures.ROLL_UP);
        } catch (RuntimeException failed) {
            failures.note(province, SupervisionFailures.ROLL_UP, failed);
        }
    }
}
