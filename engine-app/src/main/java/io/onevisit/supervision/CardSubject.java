package io.onevisit.supervision;

import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.SupervisionCard.Elements;
import io.onevisit.tasks.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tasks about a card: the department's feedback or appeal, the supervisors' review and decision. */
@Component
class CardSubject implements Subject {

    private final CardStore cards;
    private final CardAnswers answers;
    private final Clocks clocks;
    private final Clock now;

    CardSubject(CardStore cards, CardAnswers answers, Clocks clocks, Clock now) {
        this.cards = cards;
        this.answers = answers;
        this.clocks = clocks;
        this.now = now;
    }

    @Override
    public boolean covers(String businessKey) {
        return businessKey != null && businessKey.matches("K\\d{22}");
    }

    @Override
    public void hold(String businessKey) {
        cards.hold(businessKey);
    }

    @Override
    public About about(String businessKey) {
        var card = cards.byNumber(businessKey);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("牌别", card.lightName()));
        facts.add(new Fact("监察对象", card.element()));
        facts.add(new Fact("所涉编号", card.caseNo()));
        facts.add(new Fact("内容", card.message()));
        facts.add(new Fact("依据", card.basis()));
        facts.add(new Fact("到时", Words.instant(card.dueAt())));
        facts.add(new Fact("发牌", Words.instant(card.issuedAt())));
        var due = feedbackDue(card);
        if (due != null) facts.add(new Fact("反馈截止", Words.instant(due)));
        cards.acts(card.id())
                .forEach(act -> facts.add(
                        new Fact(act.act(), "%s（%s，%s）".formatted(act.text(), act.name(), Words.instant(act.at())))));
        return new About(
                card.cardNo(),
                card.lightName() + "：" + card.element(),
                "",
                card.region(),
                card.department(),
                due,
                List.copyOf(facts),
                "/cards/" + card.id());
    }

    @Override
    public Map<String, Object> answer(Account officer, String taskKey, String businessKey, Map<String, Object> given) {
        var card = cards.lock(cards.byNumber(businessKey).id());
        if (!card.state().isOpen())
            throw Problem.conflict("card-state", "这张牌已" + card.state().label() + "，不能再办理。");
        switch (taskKey) {
            case Elements.CARD_FEEDBACK -> answers.feedback(officer, card, given);
            case Elements.REVIEW_FEEDBACK -> answers.review(officer, card, given);
            case Elements.DECIDE_APPEAL -> answers.appeal(officer, card, given);
            case Elements.DECIDE_ESCALATED -> answers.escalated(officer, card, given);
            default -> throw new IllegalStateException("a card has no task " + taskKey);
        }
        return Map.of();
    }

    private Instant feedbackDue(Card card) {
        if (card.phase() != CardPhase.FEEDBACK) return null;
        return clocks.face(Clocks.Key.of(card.cardNo(), ClockKind.CARD_FEEDBACK), now.instant())
                .promisedDueAt();
    }
}
