package io.onevisit.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every minute raises the cards that the engine's timers have not: because it was down, busy, or re-dated meanwhile. Each
 * tenant by itself and in turn: its rules are read once, what fails for one is written down and stops nobody else, and one
 * with very much to do lets the others have theirs.
 */
@Component
class CardSweep {

    private static final Logger log = LoggerFactory.getLogger(CardSweep.class);
    private static final int BATCH = 1000;

    private final DueLights lights;
    private final CardRules rules;
    private final SupervisionFailures failures;
    private final JdbcClient sql;
    private final Clock now;

    CardSweep(DueLights lights, CardRules rules, SupervisionFailures failures, JdbcClient sql, Clock now) {
        this.lights = lights;
        this.rules = rules;
        this.failures = failures;
        this.sql = sql;
        this.now = now;
    }

    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.sweep:60s}")
    @SchedulerLock(name = "cards")
    void everyMinute() {
        sweep();
    }

    /** @return how many cards were raised */
    public int sweep() {
        var raised = 0;
        var waiting = new ArrayDeque<Turn>();
        due().forEach(tenant -> begin(tenant).ifPresent(waiting::add));
        while (!waiting.isEmpty()) {
            var turn = waiting.poll();
            var batch = raise(turn);
            raised += batch.raised().size();
            if (batch.clocks() > 0) waiting.add(turn);
        }
        if (raised > 0) log.info("{} cards raised by the sweep", raised);
        return raised;
    }

    private Optional<Turn> begin(Tenant tenant) {
        try {
            return Optional.of(new Turn(tenant, rules.ofTenant(tenant)));
        } catch (RuntimeException broken) {
            failures.note(tenant, SupervisionFailures.RAISING, broken);
            return Optional.empty();
        }
    }

    private DueLights.Batch raise(Turn turn) {
        try {
            var batch = lights.raise(turn.tenant, turn.rules, BATCH);
            if (batch.clocks() == 0) failures.over(turn.tenant, SupervisionFailures.RAISING);
            return batch;
        } catch (RuntimeException broken) {
            failures.note(turn.tenant, SupervisionFailures.RAISING, broken);
            return new DueLights.Batch(0, List.of());
        }
    }

    private List<Tenant> due() {
        return sql.sql("select distinct " + Tenant.OF_CLOCK + " as region from clock c where c.next_light_at < ?")
                .param(Timestamp.from(now.instant()))
                .query(Tenant.class)
                .list();
    }

    private record Turn(Tenant tenant, List<CardRule> rules) {}
}
