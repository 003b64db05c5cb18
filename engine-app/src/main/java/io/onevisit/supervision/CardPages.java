package io.onevisit.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.onevisit.cases.CaseFile;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything on one card: why it was raised, by which clock, what was done about it and what can be done now. */
@Component
class CardPages {

    private final CardStore cards;
    private final Appeals appeals;
    private final Recipients recipients;
    private final Clocks clocks;
    private final Cases cases;
    private final Catalogue catalogue;
    private final JdbcClient sql;
    private final Clock now;

    CardPages(
            CardStore cards,
            Appeals appeals,
            Recipients recipients,
            Clocks clocks,
            Cases cases,
            Catalogue catalogue,
            JdbcClient sql,
            Clock now) {
        this.cards = cards;
        this.appeals = appeals;
        this.recipients = recipients;
        this.clocks = clocks;
        this.cases = cases;
        this.catalogue = catalogue;
        this.sql = sql;
        this.now = now;
    }

    /** Outside somebody's sight it looks like one that is not there. */
    Page of(Account who, long id) {
        var card = cards.find(id)
                .filter(found -> Watch.of(who).covers(found))
                .orElseThrow(() -> Problem.notFound("card-unknown", "没有找到这张牌。"));
        var file = Numbers.isValid(card.caseNo()) ? cases.find(card.caseNo()) : Optional.<CaseFile>empty();
        return new Page(
                card,
                card.lightName(),
                card.state().label(),
                card.phase().label(),
                file.map(CaseFile::itemName).orElse(""),
                file.map(CaseFile::applicationNo).orElse(""),
                file.map(f -> f.state().label()).orElse(""),
                catalogue.departmentName(card.department()),
                regionName(card.region()),
                clocks.face(new Clocks.Key(card.caseNo(), card.kind(), card.number()), now.instant()),
                feedback(card),
                cards.acts(id),
                appeals.of(id),
                urgings(id),
                recipients.news(card),
                task(card, who),
                allowed(card, who));
    }

    private String regionName(String code) {
        return sql.sql("select name from region where code = ?")
                .param(code)
                .query(String.class)
                .optional()
                .orElse(code);
    }

    private Clocks.Face feedback(Card card) {
        return card.cardNo() == null
                ? null
                : clocks.face(Clocks.Key.of(card.cardNo(), ClockKind.CARD_FEEDBACK), now.instant());
    }

    private List<Urging> urgings(long id) {
        return sql.sql("select at, name, addressee, text, due_on from card_urging where card_id = ? order by id")
                .param(id)
                .query(Urging.class)
                .list();
    }

    /** The task of the loop that waits for this person's group. */
    private Task task(Card card, Account who) {
        if (card.cardNo() == null || who.groups().isEmpty()) return null;
        return sql.sql(
                        "select task_id, name from work_item where subject_no = :no and ended_at is null and candidate in (:groups) limit 1")
                .param("no", card.cardNo())
                .param("groups", who.groups())
                .query(Task.class)
                .optional()
                .orElse(null);
    }

    private static List<String> allowed(Card card, Account who) {
        if (!who.is(Role.SUPERVISOR)) return List.of();
        if (card.state() == CardState.PENDING) return List.of("confirm", "cancel");
        if (!card.state().isOpen()) return List.of();
        return card.needsFeedback() ? List.of("urge", "revoke") : List.of("urge", "revoke", "settle");
    }

    record Task(String taskId, String name) {}

    record Urging(Instant at, String name, String addressee, String text, LocalDate dueOn) {}

    record Page(
            @JsonUnwrapped Card card,
            String lightName,
            String stateLabel,
            String phaseLabel,
            String itemName,
            String applicationNo,
            String caseStateLabel,
            String departmentName,
            String regionName,
            Clocks.Face clock,
            Clocks.Face feedback,
            List<CardStore.Act> acts,
            List<Appeals.Appeal> appeals,
            List<Urging> urgings,
            Recipients.News told,
            Task task,
            List<String> allowed) {}
}
