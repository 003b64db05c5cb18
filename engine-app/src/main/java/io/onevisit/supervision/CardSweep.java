package io.onevisit.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every minute raises the cards that the engine's timers have not: because it was down, busy, or re-dated meanwhile. Each
 * tenant by itself: its rules are read once, and what fails for one is written down and stops nobody else.
 */
@Component
class CardSweep {

    private static final Logger log = LoggerFactory.getLogger(CardSweep.class);
    private static final int BATCH = 1000;

    private final DueLights lights;
    private final Rules rules;
    private final SupervisionFailures failures;
    private final JdbcClient sql;
    private final Clock now;

    CardSweep(DueLights lights, Rules rules, SupervisionFailures failures, JdbcClient sql, Clock now) {
        this.lights = lights;
        this.rules = rules;
        this.failures = failures;
        this.sql = sql;
        this.now = now;
    }

    /** @return how many cards were raised */
    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.sweep:60s}")
    public int sweep() {
        var raised = due().stream().mapToInt(this::sweep).sum();
        if (raised > 0) log.info("{} cards raised by the sweep", raised);
        return raised;
    }

    private int sweep(Tenant tenant) {
        var raised = 0;
        try {
            var found = rules.ofTenant(tenant);
            var batch = lights.raise(tenant, found, BATCH);
            while (batch.clocks() > 0) {
                raised += batch.raised().size();
                batch = lights.raise(tenant, found, BATCH);
            }
            failures.over(tenant, SupervisionFailures.RAISING);
        } catch (RuntimeException broken) {
            failures.note(tenant, SupervisionFailures.RAISING, broken);
        }
        return raised;
    }

    private List<Tenant> due() {
        return sql.sql("select distinct " + Tenant.OF_CLOCK + " as region from clock c where c.next_light_at < ?")
                .param(Timestamp.from(now.instant()))
                .query(Tenant.class)
                .list();
    }
}
