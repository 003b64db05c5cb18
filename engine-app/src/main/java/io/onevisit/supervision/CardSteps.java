package io.onevisit.supervision;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.UserTask;
import io.onevisit.engine.UserTaskListener;
import io.onevisit.processes.SupervisionCard;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Where the loop of a card stands is where its process waits for somebody; the department's clock runs while that is the
 * department. Both hold also for what was sent back.
 */
@Component
class CardSteps implements UserTaskListener {

    private static final Map<String, CardPhase> PHASES = Map.of(
            SupervisionCard.Elements.CARD_FEEDBACK, CardPhase.FEEDBACK,
            SupervisionCard.Elements.REVIEW_FEEDBACK, CardPhase.REVIEW,
            SupervisionCard.Elements.DECIDE_APPEAL, CardPhase.APPEAL,
            SupervisionCard.Elements.DECIDE_ESCALATED, CardPhase.ESCALATED);

    private final CardStore cards;
    private final Clocks clocks;
    private final Clock now;

    CardSteps(CardStore cards, Clocks clocks, Clock now) {
        this.cards = cards;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public void created(UserTask task) {
        var phase = task.processKey().equals(SupervisionCard.PROCESS) ? PHASES.get(task.key()) : null;
        if (phase == null) return;
        cards.phase(cards.byNumber(task.businessKey()).id(), phase);
        var clock = Clocks.Key.of(task.businessKey(), ClockKind.CARD_FEEDBACK);
        if (phase == CardPhase.FEEDBACK && clocks.face(clock, now.instant()).stopped()) {
            clocks.resume(clock, now.instant());
        }
    }

    @Override
    public void ended(Ended task) {}
}
