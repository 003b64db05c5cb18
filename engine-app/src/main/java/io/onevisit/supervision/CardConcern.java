package io.onevisit.supervision;

import io.onevisit.audit.Concern;
import io.onevisit.audit.Kind;
import io.onevisit.cases.Cases;
import io.onevisit.cases.Numbers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** About which case a card was raised, for the audit. */
@Component
class CardConcern implements Concern {

    private final CardStore cards;
    private final Cases cases;

    CardConcern(CardStore cards, Cases cases) {
        this.cards = cards;
        this.cases = cases;
    }

    @Override
    public Kind kind() {
        return Kind.CARD;
    }

    @Override
    public Optional<About> about(String id) {
        return cards.find(Long.parseLong(id)).map(card -> {
            var file = Numbers.isValid(card.caseNo())
                    ? cases.find(card.caseNo())
                    : Optional.<io.onevisit.cases.CaseFile>empty();
            return new About(
                    file.map(io.onevisit.cases.CaseFile::applicationNo).orElse(""),
                    card.caseNo(),
                    card.lightName() + " " + card.element(),
                    "");
        });
    }
}
