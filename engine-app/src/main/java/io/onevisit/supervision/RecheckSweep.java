package io.onevisit.supervision;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.problems.Problem;
import java.util.ArrayDeque;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with the re-checks that were begun, a portion of each in turn, and begins one of the whole province every night. */
@Component
class RecheckSweep {

    private static final Logger log = LoggerFactory.getLogger(RecheckSweep.class);

    private final RecheckRuns runs;
    private final Recheck recheck;
    private final SupervisionFailures failures;

    RecheckSweep(RecheckRuns runs, Recheck recheck, SupervisionFailures failures) {
        this.runs = runs;
        this.recheck = recheck;
        this.failures = failures;
    }

    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.rechecks:2s}")
    @SchedulerLock(name = "rechecks")
    void goOn() {
        var waiting = new ArrayDeque<>(runs.unfinished());
        while (!waiting.isEmpty()) {
            var run = waiting.poll();
            if (advances(run)) waiting.add(run);
        }
    }

    /** What fails is written down with its reason and tried again by the next sweep; the other regions go on. */
    private boolean advances(RecheckRuns.Run run) {
        var tenant = Tenant.of(run.region());
        try {
            var more = recheck.advance(run.id());
            if (!more) failures.over(tenant, SupervisionFailures.RECHECK);
            return more;
        } catch (RuntimeException failed) {
            failures.note(tenant, SupervisionFailures.RECHECK, failed);
            return false;
        }
    }

    @Scheduled(cron = "${onevisit.supervision.recheck:0 0 2 * * *}", zone = "Asia/Shanghai")
    @SchedulerLock(name = "recheck-nightly", lockAtMostFor = "PT1H", lockAtLeastFor = "PT1H")
    void everyNight() {
        try {
            runs.begin(Catalogue.PROVINCE, CardStore.Actor.PLATFORM);
        } catch (Problem running) {
            log.info("No nightly re-check: {}", running.getMessage());
        }
    }
}
