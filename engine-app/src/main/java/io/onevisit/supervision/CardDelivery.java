package io.onevisit.supervision;

import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.notices.Inbox;
import io.onevisit.notices.Message;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people of cards, in their inbox: of a warning those set for warnings, of a yellow card those and the ones set for
 * yellow, of a red card everybody set. A few cards at a time, each message once.
 */
@Component
class CardDelivery {

    private static final int METER = 200;

    private static final String RECIPIENTS =
            """
            select distinct a.username from card k
            join supervision_recipient r on (r.department = '' or r.department = k.department)
                and starts_with(k.region, region_prefix(r.region))
                and r.level = any (case k.recipients when 'BLUE' then array ['BLUE'] when 'YELLOW' then array ['BLUE', 'YELLOW']
                    else array ['BLUE', 'YELLOW', 'RED'] end)
            join account a on a.enabled and (a.username = r.username
                or r.post = any (a.roles) and (r.post = 'SUPERVISOR' or a.department = k.department)
                    and starts_with(k.region, region_prefix(a.region)))
            where k.id = :card order by a.username""";

    private final JdbcClient sql;
    private final CardStore cards;
    private final Cases cases;
    private final Inbox inbox;
    private final Clock now;

    CardDelivery(JdbcClient sql, CardStore cards, Cases cases, Inbox inbox, Clock now) {
        this.sql = sql;
        this.cards = cards;
        this.cases = cases;
        this.inbox = inbox;
        this.now = now;
    }

    /** @return how many cards were told of */
    @Scheduled(
            initialDelayString = "${onevisit.supervision.first-sweep:10s}",
            fixedDelayString = "${onevisit.supervision.deliveries:5s}")
    @Transactional
    public int tellSome() {
        var untold = sql.sql(
                        """
                        select * from card where delivered_at is null and state in ('ISSUED', 'URGED')
                        order by id limit :meter for update skip locked""")
                .param("meter", METER)
                .query(Card.class)
                .list();
        untold.forEach(card -> {
            recipients(card)
                    .forEach(who ->
                            tell("card:%d:%s".formatted(card.id(), who), who, card, title(card), card.message()));
            sql.sql("update card set delivered_at = ? where id = ?")
                    .params(Timestamp.from(now.instant()), card.id())
                    .update();
        });
        return untold.size();
    }

    /** Whoever was told of the card is told that it is urged. */
    void urged(Card card, String addressee, String text, LocalDate dueOn) {
        var count = cards.acts(card.id()).size();
        recipients(card)
                .forEach(who -> tell(
                        "urging:%d:%d:%s".formatted(card.id(), count, who),
                        who,
                        card,
                        "督办：" + card.element(),
                        "%s：%s\n请于 %s 前办结。\n%s".formatted(addressee, text, dueOn, card.message())));
    }

    List<String> recipients(Card card) {
        return sql.sql(RECIPIENTS).param("card", card.id()).query(String.class).list();
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
                now.instant()));
    }

    private static String title(Card card) {
        return "【%s】%s".formatted(card.lightName(), card.element());
    }
}
