package io.onevisit.supervision;

import io.onevisit.cases.Numbers;
import io.onevisit.engine.Processes;
import io.onevisit.engine.Tenants;
import io.onevisit.processes.Groups;
import io.onevisit.processes.SupervisionCard;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the loop of feedback for cards that need one: after their rows exist, a few at a time, each by itself, so that
 * thousands of cards of one minute neither hold up the sweep that made them nor each other.
 */
@Component
class CardLoops {

    private static final int METER = 50;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final CardStore cards;
    private final Numbers numbers;
    private final Processes processes;
    private final Tenants tenants;
    private final SupervisionFailures failures;
    private final Clock now;
    private final TransactionTemplate apart;

    CardLoops(
            JdbcClient sql,
            CardStore cards,
            Numbers numbers,
            Processes processes,
            Tenants tenants,
            SupervisionFailures failures,
            Clock now,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.cards = cards;
        this.numbers = numbers;
        this.processes = processes;
        this.tenants = tenants;
        this.failures = failures;
        this.now = now;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.loops:5s}")
    @SchedulerLock(name = "card-loops")
    void startSome() {
        waiting().forEach(this::start);
    }

    /** Starts the loop of one card; nothing where it has one, or needs none any more. */
    void start(Waiting waiting) {
        var tenant = Tenant.of(waiting.region);
        try {
            apart.executeWithoutResult(status -> begin(waiting.id, tenant));
            if (!waits(tenant)) failures.over(tenant, SupervisionFailures.LOOP);
        } catch (RuntimeException failed) {
            failures.note(tenant, SupervisionFailures.LOOP, failed);
            sql.sql("update card set loop_after = ? where id = ?")
                    .params(Timestamp.from(now.instant().plus(PAUSE)), waiting.id)
                    .update();
        }
    }

    /** Whether the loop of another card of the tenant failed and waits to be tried again. */
    private boolean waits(Tenant tenant) {
        return sql.sql(
                        """
                        select exists (select 1 from card c where needs_feedback and card_no is null and state in ('ISSUED', 'URGED')
                            and loop_after is not null and %s = ?)"""
                                .formatted(Tenant.OF_CLOCK))
                .param(tenant.region())
                .query(Boolean.class)
                .single();
    }

    private void begin(long id, Tenant tenant) {
        var card = cards.lock(id);
        if (card.cardNo() != null || !card.needsFeedback() || !card.state().isOpen()) return;
        var no = numbers.next('K', card.region(), now.instant());
        cards.numbered(id, no);
        cards.phase(id, CardPhase.FEEDBACK);
        processes.start(
                SupervisionCard.PROCESS,
                no,
                tenants.of(tenant.id(), SupervisionCard.PROCESS),
                Map.of(SupervisionCard.Variables.CARD_GROUP, Groups.ofDepartment(card.department())));
    }

    private List<Waiting> waiting() {
        return sql.sql(
                        """
                        select id, region from card
                        where needs_feedback and card_no is null and state in ('ISSUED', 'URGED')
                            and (loop_after is null or loop_after < :now)
                        order by id limit :meter""")
                .param("now", Timestamp.from(now.instant()))
                .param("meter", METER)
                .query(Waiting.class)
                .list();
    }

    record Waiting(long id, String region) {}
}
