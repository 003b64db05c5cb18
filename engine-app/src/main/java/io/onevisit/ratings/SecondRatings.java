package io.onevisit.ratings;

import io.onevisit.cases.Cases;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rater's verdict on a reply, one per reply. A bad one sets the rectification going again: before the call-back is
 * noted it counts there, after it is settled it starts the loop anew.
 */
@Component
class SecondRatings {

    private final RatingStore store;
    private final Labels labels;
    private final RatingLoops loops;
    private final RatingsProperties limits;
    private final Cases cases;
    private final Clock time;

    SecondRatings(
            RatingStore store, Labels labels, RatingLoops loops, RatingsProperties limits, Cases cases, Clock time) {
        this.store = store;
        this.labels = labels;
        this.loops = loops;
        this.limits = limits;
        this.cases = cases;
        this.time = time;
    }

    @Transactional
    void rate(Account person, String no, Said said) {
        var now = time.instant();
        var rating = store.lock(no)
                .filter(found -> person.username().equals(found.rater()))
                .orElseThrow(() -> Problem.notFound("rating-unknown", "没有找到这条评价。"));
        refuse(rating, now);
        var edition = labels.check(rating.channel(), said.level(), said.labels());
        store.rateAgain(no, new Handling.Second(said.level().code(), said.labels(), edition, said.text(), now));
        cases.journal(no, "评价人", "再次评价：" + said.level().label(), said.text(), now);
        if (said.level().bad() && rating.state() == RatingState.SETTLED) {
            loops.beginAgain(rating);
        }
    }

    boolean open(Rating rating) {
        return rating.named() && refusal(rating, time.instant()) == null;
    }

    private void refuse(Rating rating, Instant now) {
        var refusal = refusal(rating, now);
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Why there can be no verdict now, {@code null} where there can. */
    private Problem refusal(Rating rating, Instant now) {
        var handling = rating.handling();
        if (handling.reply() == null) {
            return Problem.conflict("no-reply-yet", "收到反馈之后可以再次评价。");
        }
        if (handling.conclusion() != null) {
            return Problem.conflict("concluded", "监察人员已经结案，不再重新整改；仍有意见的，可以就此提出诉求。");
        }
        if (handling.second() != null) {
            return Problem.conflict("already-rated", "您已经再次评价过，评价不能修改，可以追评。");
        }
        return switch (rating.state()) {
            // The answer to the call-back is on its way through the process, which would not see the verdict any more.
            case CALLBACK ->
                handling.callBack() == null ? null : Problem.conflict("being-settled", "正在登记回访结果，请过一会儿再评价。");
            case SETTLED ->
                now.isBefore(handling.settledAt().plus(limits.secondWithin()))
                        ? null
                        : Problem.conflict(
                                "second-late",
                                "销号已超过 %d 天，不能再次评价；仍有意见的，可以就此提出诉求。"
                                        .formatted(limits.secondWithin().toDays()));
            default -> Problem.conflict("being-concluded", "监察人员正在核查，请等候结论。");
        };
    }
}
