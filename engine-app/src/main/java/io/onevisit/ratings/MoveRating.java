package io.onevisit.ratings;

import io.onevisit.cases.Cases;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.engine.PlatformStep;
import io.onevisit.engine.StepContext;
import io.onevisit.processes.Steps;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves a bad rating on and starts and ends the clocks of its stages. */
@Component
class MoveRating implements PlatformStep {

    private final RatingStore store;
    private final Cases cases;
    private final Clocks clocks;
    private final RaterNotices notices;
    private final RatingsProperties limits;
    private final Clock time;

    MoveRating(
            RatingStore store, Cases cases, Clocks clocks, RaterNotices notices, RatingsProperties limits, Clock time) {
        this.store = store;
        this.cases = cases;
        this.clocks = clocks;
        this.notices = notices;
        this.limits = limits;
        this.time = time;
    }

    @Override
    public String name() {
        return Steps.MOVE_RATING;
    }

    @Override
    public void run(StepContext context) {
        var rating = store.find(context.businessKey()).orElseThrow();
        var state = RatingState.valueOf(context.text(Steps.Inputs.STATE));
        store.move(rating.no(), state);
        var now = time.instant();
        cases.journal(rating.no(), "平台", state.label(), "", now);
        switch (state) {
            case VERIFYING -> start(rating, ClockKind.RATING_CONTACT, limits.contactDays(), rating.ratedAt());
            case RECTIFYING -> {
                finish(rating, now);
                start(rating, ClockKind.RATING_RECTIFY, limits.rectifyDays(), now);
            }
            case RECTIFYING_AGAIN -> {
                finish(rating, now);
                store.reopen(rating.no(), now);
                start(rating, ClockKind.RATING_RECTIFY_AGAIN, limits.rectifyAgainDays(), now);
                notices.reopened(rating);
            }
            case CONCLUDING -> {
                finish(rating, now);
                store.unsettle(rating.no());
            }
            case SETTLED -> {
                finish(rating, now);
                store.set(rating.no(), Map.of("settled_at", now));
            }
            default -> finish(rating, now);
        }
    }

    private void start(Rating rating, ClockKind kind, int days, Instant at) {
        var terms = new Clocks.Terms(
                days, 0, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME, rating.region(), rating.department());
        clocks.start(Clocks.Key.of(rating.no(), kind), terms, at);
    }

    private void finish(Rating rating, Instant at) {
        clocks.of(rating.no()).stream()
                .filter(key -> clocks.face(key, at).finishedAt() == null)
                .forEach(key -> clocks.finish(key, at));
    }
}
