package io.onevisit.ratings;

import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps for the figures that a limit passed; the card itself comes from the clock. */
@Component
class NoteRatingOverdue implements PlatformStep {

    private final RatingStore store;

    NoteRatingOverdue(RatingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return Steps.NOTE_RATING_OVERDUE;
    }

    @Override
    public void run(StepContext context) {
        var column = context.text(Steps.Inputs.PHASE).equals("contact") ? "contact_overdue" : "rectify_overdue";
        store.set(context.businessKey(), Map.of(column, true));
    }
}
