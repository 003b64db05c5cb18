package io.onevisit.supervision;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Asks a department for its feedback: the first time its clock starts; where the feedback was returned, or the appeal was
 * not granted, it runs on with the same number of days anew.
 */
@Component
class RequestFeedback implements PlatformStep {

    private static final String BASIS = "湖南省电子监察规则";

    private final CardStore cards;
    private final Clocks clocks;
    private final Clock now;

    RequestFeedback(CardStore cards, Clocks clocks, Clock now) {
        this.cards = cards;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public String name() {
        return Steps.REQUEST_FEEDBACK;
    }

    @Override
    public void run(StepContext context) {
        var card = cards.byNumber(context.businessKey());
        var key = Clocks.Key.of(card.cardNo(), ClockKind.CARD_FEEDBACK);
        var at = now.instant();
        if (clocks.of(card.cardNo()).contains(key)) {
            clocks.resume(key, at);
            clocks.extend(key, card.feedbackDays(), "退回或打回，重新反馈", BASIS, at);
        } else {
            clocks.start(
                    key,
                    new Clocks.Terms(
                            card.feedbackDays(),
                            0,
                            LimitUnit.WORKING_DAY,
                            CountingRule.EXACT_TIME,
                            card.region(),
                            card.department()),
                    at);
        }
        cards.phase(card.id(), CardPhase.FEEDBACK);
    }
}
