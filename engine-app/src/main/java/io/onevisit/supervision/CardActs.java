package io.onevisit.supervision;

import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import io.onevisit.processes.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a supervisor does to a card of their own motion: confirm, cancel, urge, revoke, settle. Each with a reason in the
 * card's story; where two act at once the first wins and the other learns what has happened.
 */
@Component
class CardActs {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final CardStore cards;
    private final CardEnds ends;
    private final CardDelivery delivery;
    private final Processes processes;
    private final Cases cases;
    private final Clock now;

    CardActs(CardStore cards, CardEnds ends, CardDelivery delivery, Processes processes, Cases cases, Clock now) {
        this.cards = cards;
        this.ends = ends;
        this.delivery = delivery;
        this.processes = processes;
        this.cases = cases;
        this.now = now;
    }

    /** A card to be confirmed (待发) is issued. */
    @Transactional
    public void confirm(Account who, long id, String note) {
        var card = at(who, id);
        if (card.state() != CardState.PENDING) throw impossible(card, "确认发出");
        cards.state(id, CardState.ISSUED);
        cards.act(id, CardStore.Actor.of(who), "确认发出", note, null);
    }

    /** A card to be confirmed is not issued at all (取消). */
    @Transactional
    public void cancel(Account who, long id, String reason) {
        var card = at(who, id);
        if (card.state() != CardState.PENDING) throw impossible(card, "取消");
        cards.state(id, CardState.CANCELLED);
        cards.act(id, CardStore.Actor.of(who), "取消", needed(reason, "取消的理由"), null);
    }

    /** An issued card without ground is revoked (撤销); its loop ends. */
    @Transactional
    public void revoke(Account who, long id, String reason) {
        var card = at(who, id);
        if (!card.state().isOpen()) throw impossible(card, "撤销");
        cards.state(id, CardState.REVOKED);
        cards.act(id, CardStore.Actor.of(who), "撤销", needed(reason, "撤销的理由"), null);
        endLoop(card, CardState.REVOKED);
        tellCase(card, who, "撤销" + card.lightName(), reason);
    }

    /** A card that asked for no feedback is settled by hand (销号). */
    @Transactional
    public void settle(Account who, long id, String note) {
        var card = at(who, id);
        if (!card.state().isOpen()) throw impossible(card, "销号");
        if (card.needsFeedback()) throw Problem.conflict("card-needs-feedback", "这张牌要求反馈，须由责任部门反馈并经审核后销号。");
        cards.state(id, CardState.SETTLED);
        cards.phase(id, CardPhase.DONE);
        cards.act(id, CardStore.Actor.of(who), "销号", note, null);
    }

    /** The department is urged (督办): what to do, who, until when. */
    @Transactional
    public void urge(Account who, long id, Urging urging) {
        var card = at(who, id);
        if (!card.state().isOpen()) throw impossible(card, "督办");
        var text = needed(urging.text, "督办内容");
        var addressee = needed(urging.addressee, "督办对象");
        if (urging.dueOn == null || urging.dueOn.isBefore(LocalDate.ofInstant(now.instant(), CHINA)))
            throw Problem.invalid("urging-due", "请填写办结期限，不能早于今天。").with("field", "dueOn");
        cards.state(id, CardState.URGED);
        cards.urge(id, CardStore.Actor.of(who), addressee, text, urging.dueOn);
        cards.act(id, CardStore.Actor.of(who), "督办", "%s：%s（%s 前办结）".formatted(addressee, text, urging.dueOn), null);
        delivery.urged(card, addressee, text, urging.dueOn);
        tellCase(card, who, "督办", text);
    }

    private Card at(Account who, long id) {
        if (!who.is(Role.SUPERVISOR)) throw Problem.forbidden("supervisors-only", "只有监察人员可以处理红黄牌。");
        var card = cards.lock(id);
        if (!Watch.of(who).covers(card)) throw Problem.notFound("card-unknown", "没有找到这张牌。");
        return card;
    }

    private void endLoop(Card card, CardState state) {
        if (card.cardNo() == null) return;
        cards.phase(card.id(), CardPhase.DONE);
        ends.stopFeedback(card, state);
        processes.correlate(Messages.CARD_WITHDRAWN, card.cardNo(), Map.of());
    }

    private void tellCase(Card card, Account who, String what, String text) {
        if (Numbers.isValid(card.caseNo()) && cases.find(card.caseNo()).isPresent())
            cases.journal(card.caseNo(), who.name(), what, text, now.instant());
    }

    private Problem impossible(Card card, String act) {
        var acts = cards.acts(card.id());
        var last = acts.isEmpty() ? null : acts.get(acts.size() - 1);
        var by = last == null ? "" : "（%s：%s）".formatted(last.name(), last.act());
        return Problem.conflict(
                "card-state", "这张牌当前为“%s”%s，不能%s，请刷新后再看。".formatted(card.state().label(), by, act));
    }

    private static String needed(String text, String what) {
        if (text == null || text.isBlank()) throw Problem.invalid("reason-missing", "请写明" + what + "。");
        return text.strip();
    }

    /** @param addressee whom the urging is for, in words: a unit or a person */
    record Urging(String addressee, String text, LocalDate dueOn) {}
}
