package io.onevisit.supervision;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of cards, in their inbox: of a warning those set for warnings, of a yellow card those and the ones set for
 * yellow, of a red card everybody set. A few cards at a time, each by itself, each message once.
 */
@Component
class CardDelivery {

    private static final int METER = 200;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcClient sql;
    private final CardStore cards;
    private final Recipients recipients;
    private final Cases cases;
    private final Inbox inbox;
    private final SupervisionFailures failures;
    private final Clock now;
    private final TransactionTemplate apart;

    CardDelivery(
            JdbcClient sql,
            CardStore cards,
            Recipients recipients,
            Cases cases,
            Inbox inbox,
            SupervisionFailures failures,
            Clock now,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.cards = cards;
        this.recipients = recipients;
        this.cases = cases;
        this.inbox = inbox;
        this.failures = failures;
        this.now = now;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.deliveries:5s}")
    @SchedulerLock(name = "card-delivery")
    void everyFewSeconds() {
        tellSome();
    }

    /** @return how many cards were told of; one that cannot be is tried again later and holds up no other */
    int tellSome() {
        var untold = sql.sql(
                        """
                        select id, region from card where delivered_at is null and state in ('ISSUED', 'URGED')
                            and (tell_after is null or tell_after < :now)
                        order by id limit :meter""")
                .param("now", Timestamp.from(now.instant()))
                .param("meter", METER)
                .query(Untold.class)
                .list();
        var failing = new HashSet<Tenant>();
        var told = untold.stream().filter(card -> tell(card, failing)).count();
        untold.stream()
                .map(card -> Tenant.of(card.region))
                .distinct()
                .filter(tenant -> !failing.contains(tenant) && !waits(tenant))
                .forEach(tenant -> failures.over(tenant, SupervisionFailures.TELLING));
        return (int) told;
    }

    private boolean tell(Untold untold, Set<Tenant> failing) {
        try {
            return Boolean.TRUE.equals(apart.execute(status -> tell(untold.id)));
        } catch (RuntimeException failed) {
            var tenant = Tenant.of(untold.region);
            failing.add(tenant);
            failures.note(tenant, SupervisionFailures.TELLING, failed);
            sql.sql("update card set tell_after = ? where id = ?")
                    .params(Timestamp.from(now.instant().plus(PAUSE)), untold.id)
                    .update();
            return false;
        }
    }

    private boolean tell(long id) {
        var found = sql.sql(
                        "select * from card where id = ? and delivered_at is null and state in ('ISSUED', 'URGED') for update skip locked")
                .param(id)
                .query(Card.class)
                .optional();
        if (found.isEmpty()) return false;
        var card = found.get();
        var people = recipients.of(card);
        people.forEach(who -> tell("card:%d:%s".formatted(id, who), who, card, title(card), card.message()));
        sql.sql("update card set delivered_at = ?, told = ? where id = ?")
                .params(Timestamp.from(now.instant()), people.toArray(String[]::new), id)
                .update();
        return true;
    }

    /** Whether a card of the tenant could not be told of and waits to be tried again. */
    private boolean waits(Tenant tenant) {
        return sql.sql(
                        "select exists (select 1 from card c where delivered_at is null and state in ('ISSUED', 'URGED') and tell_after is not null and "
                                + Tenant.OF_CLOCK + " = ?)")
                .param(tenant.region())
                .query(Boolean.class)
                .single();
    }

    /** Whoever was told of the card, and whoever would be now, is told that it is urged. */
    void urged(Card card, String addressee, String text, LocalDate dueOn) {
        var count = cards.acts(card.id()).size();
        var people = new LinkedHashSet<>(recipients.told(card));
        people.addAll(recipients.of(card));
        people.forEach(who -> tell(
                "urging:%d:%d:%s".formatted(card.id(), count, who),
                who,
                card,
                "督办：" + card.element(),
                "%s：%s\n请于 %s 前办结。\n%s".formatted(addressee, text, dueOn, card.message())));
    }

    private void tell(String key, String who, Card card, String title, String text) {
        var file = Numbers.isValid(card.caseNo()) ? cases.find(card.caseNo()) : Optional.<CaseFile>empty();
        inbox.deliver(new Message(
                UUID.randomUUID(),
                key,
                who,
                "supervision-card",
                title,
                text,
                file.map(CaseFile::applicationNo).orElse(card.caseNo()),
                file.map(CaseFile::caseNo).orElse(null),
                now.instant(),
                "/cards/" + card.id()));
    }

    private static String title(Card card) {
        return "【%s】%s".formatted(card.lightName(), card.element());
    }

    record Untold(long id, String region) {}
}
