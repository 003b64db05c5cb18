package io.onevisit.ratings;

import io.onevisit.cases.Cases;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import io.onevisit.processes.RatingAgain;
import io.onevisit.processes.RatingLoop;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What officers answer to the tasks of a bad rating: checked, written to the rating, told to the rater. */
@Component
class RatingAnswers {

    private static final String UNSATISFIED = "unsatisfied";

    private final RatingStore store;
    private final RaterNotices notices;
    private final Cases cases;
    private final Clocks clocks;
    private final RatingsProperties limits;
    private final Clock time;

    RatingAnswers(
            RatingStore store, RaterNotices notices, Cases cases, Clocks clocks, RatingsProperties limits, Clock time) {
        this.store = store;
        this.notices = notices;
        this.cases = cases;
        this.clocks = clocks;
        this.limits = limits;
        this.time = time;
    }

    /** @return what the process goes on with where that is not the officer's own answer */
    Map<String, Object> take(Account officer, String taskKey, String no, Map<String, Object> answers) {
        var rating = store.lock(no).orElseThrow();
        if (officer.username().equals(rating.rater())) {
            throw Problem.forbidden("own-rating", "这是您本人的评价，应当回避，请转交其他人员办理。");
        }
        var outcome = text(answers, "outcome");
        var opinion = text(answers, "opinion");
        var reply = text(answers, "reply");
        switch (taskKey) {
            case RatingLoop.Elements.CONTACT_RATER -> {
                required(opinion, "opinion", "请写明联系情况。");
                store.set(no, Map.of("contact_note", opinion));
            }
            case RatingLoop.Elements.VERIFY_RATING -> verify(rating, outcome, opinion, text(answers, "evidence"));
            case RatingLoop.Elements.REVIEW_EXCLUSION -> review(officer, rating, outcome, opinion);
            case RatingLoop.Elements.RECTIFY -> rectify(rating, outcome, opinion, text(answers, "days"));
            case RatingAgain.Elements.RECTIFY_AGAIN -> rectified(rating, opinion);
            case RatingLoop.Elements.APPROVE_EXTENSION -> approve(officer, rating, outcome, opinion);
            case RatingLoop.Elements.GIVE_FEEDBACK -> feedback(rating, reply);
            case RatingLoop.Elements.CALL_BACK -> callBack(rating, outcome, opinion);
            case RatingAgain.Elements.CONCLUDE_RATING -> conclude(officer, rating, outcome, reply);
            default -> throw new IllegalStateException("no answer is known for " + taskKey);
        }
        cases.journal(no, officer.name(), what(taskKey, outcome), opinion.isBlank() ? reply : opinion, time.instant());
        return taskKey.equals(RatingLoop.Elements.CALL_BACK)
                        && rating.handling().stillBad()
                ? Map.of(RatingLoop.Variables.OUTCOME, UNSATISFIED) // whatever the officer heard, the rater has said it
                : Map.of();
    }

    private static String what(String taskKey, String outcome) {
        return switch (taskKey) {
            case RatingLoop.Elements.CONTACT_RATER -> "联系评价人";
            case RatingLoop.Elements.VERIFY_RATING -> outcome.equals("true") ? "核实：属实" : "核实：提请不计入评分";
            case RatingLoop.Elements.REVIEW_EXCLUSION -> outcome.equals("uphold") ? "复核：不计入评分" : "复核：计入评分，转整改";
            case RatingLoop.Elements.RECTIFY -> outcome.equals("extend") ? "申请延期" : "整改";
            case RatingAgain.Elements.RECTIFY_AGAIN -> outcome.equals("explained") ? "重新整改：解释说明" : "重新整改";
            case RatingLoop.Elements.APPROVE_EXTENSION -> outcome.equals("approve") ? "批准延期" : "不批准延期";
            case RatingLoop.Elements.GIVE_FEEDBACK -> "反馈";
            case RatingAgain.Elements.CONCLUDE_RATING -> outcome.equals("proper") ? "监察结案：处置到位" : "监察结案：处置不到位";
            default -> "回访：" + callBackWords(outcome);
        };
    }

    /** What was heard at the call-back, in words. */
    static String callBackWords(String outcome) {
        return switch (outcome) {
            case "satisfied" -> "满意";
            case UNSATISFIED -> "仍不满意";
            default -> "未接通";
        };
    }

    private void verify(Rating rating, String outcome, String opinion, String evidence) {
        required(opinion, "opinion", "请写明核实情况。");
        if (!outcome.equals("true")) {
            required(evidence, "evidence", "认为误评或者恶意差评的，必须写明证据。");
        }
        store.set(rating.no(), Map.of("verdict", outcome, "verdict_note", opinion, "evidence", evidence));
    }

    /** Only with evidence, and only by a supervisor, is a rating left out of the scores. */
    private void review(Account officer, Rating rating, String outcome, String opinion) {
        required(opinion, "opinion", "请写明复核理由。");
        if (outcome.equals("uphold")) {
            store.exclude(rating, officer.username(), opinion);
            notices.excluded(rating, opinion);
        } else {
            store.set(rating.no(), Map.of("verdict", "true", "exclusion_note", opinion));
        }
    }

    private void rectify(Rating rating, String outcome, String opinion, String days) {
        if (!outcome.equals("extend")) {
            rectified(rating, opinion);
            return;
        }
        required(opinion, "opinion", "请写明整改措施，或者申请延期的理由。");
        if (rating.handling().extended()) {
            throw Problem.conflict("extended-before", "整改期限只延长一次。");
        }
        var most = limits.rectifyMost() - limits.rectifyDays();
        if (!days.matches("\\d{1,2}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > most) {
            throw Problem.invalid("days-wrong", "请填写延期的工作日，1 至 " + most + " 天。").with("field", "days");
        }
        store.set(rating.no(), Map.of("extension_days", Integer.parseInt(days), "measures", opinion));
    }

    private void rectified(Rating rating, String measures) {
        required(measures, "opinion", "请写明整改措施，或者申请延期的理由。");
        store.set(rating.no(), Map.of("measures", measures, "state", RatingState.FEEDBACK.name()));
    }

    private void approve(Account officer, Rating rating, String outcome, String opinion) {
        if (!outcome.equals("approve")) {
            required(opinion, "opinion", "不批准的须写明理由。");
            return;
        }
        clocks.extend(
                Clocks.Key.of(rating.no(), ClockKind.RATING_RECTIFY),
                rating.handling().extensionDays(),
                rating.handling().measures() + "（" + officer.name() + "批准）",
                "好差评办法（示例，依据待核对）",
                time.instant());
        store.set(rating.no(), Map.of("extended", true));
    }

    private void feedback(Rating rating, String reply) {
        required(reply, "reply", "请写明给评价人的答复。");
        store.set(rating.no(), Map.of("reply", reply, "replied_at", time.instant(), "publication", "PENDING"));
        notices.answered(rating, reply);
    }

    private void callBack(Rating rating, String outcome, String opinion) {
        if (outcome.equals(UNSATISFIED)) {
            required(opinion, "opinion", "评价人仍不满意的，请写明哪里不满意，供重新整改。");
        }
        store.set(rating.no(), Map.of("call_back", outcome, "call_back_note", opinion));
    }

    private void conclude(Account officer, Rating rating, String outcome, String conclusion) {
        required(conclusion, "reply", "请写明结论和理由。");
        store.set(
                rating.no(),
                Map.of(
                        "conclusion",
                        conclusion,
                        "conclusion_proper",
                        outcome.equals("proper"),
                        "concluded_by",
                        officer.username(),
                        "concluded_at",
                        time.instant(),
                        "publication",
                        "PENDING"));
        notices.concluded(rating, conclusion);
    }

    private static void required(String text, String field, String sentence) {
        if (text.isBlank()) {
            throw Problem.invalid(field + "-missing", sentence).with("field", field);
        }
    }

    private static String text(Map<String, Object> answers, String key) {
        var answer = answers.get(key);
        return answer == null ? "" : answer.toString().strip();
    }
}
