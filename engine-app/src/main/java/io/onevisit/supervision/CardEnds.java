package io.onevisit.supervision;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends a card, and with it the clock of its feedback. */
@Component
class CardEnds {

    private final CardStore cards;
    private final Clocks clocks;
    private final Clock now;

    CardEnds(CardStore cards, Clocks clocks, Clock now) {
        this.cards = cards;
        this.clocks = clocks;
        this.now = now;
    }

    void byItsLoop(String cardNo, CardState state, String act) {
        var card = cards.lock(cards.byNumber(cardNo).id());
        cards.state(card.id(), state);
        cards.phase(card.id(), CardPhase.DONE);
        cards.act(card.id(), CardStore.Actor.PLATFORM, act, "", null);
        stopFeedback(card, state);
    }

    /** A card revoked leaves no overdue feedback behind; one settled keeps what was breached. */
    void stopFeedback(Card card, CardState state) {
        if (card.cardNo() == null) return;
        var key = Clocks.Key.of(card.cardNo(), ClockKind.CARD_FEEDBACK);
        if (!clocks.of(card.cardNo()).contains(key)) return;
        if (state == CardState.REVOKED) clocks.callOff(key, "牌已撤销", now.instant());
        else clocks.finish(key, now.instant());
    }
}
