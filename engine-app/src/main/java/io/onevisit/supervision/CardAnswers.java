package io.onevisit.supervision;

import io.onevisit.cases.Cases;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.deadlines.ClockKind;
import io.onevisit.deadlines.Clocks;
import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down what officers answer in the loop of a card; while supervisors have it, the department's clock stands still. */
@Component
class CardAnswers {

    private static final String BASIS = "湖南省电子监察规则";

    private final CardStore cards;
    private final Appeals appeals;
    private final Clocks clocks;
    private final Cases cases;
    private final Clock now;

    CardAnswers(CardStore cards, Appeals appeals, Clocks clocks, Cases cases, Clock now) {
        this.cards = cards;
        this.appeals = appeals;
        this.clocks = clocks;
        this.cases = cases;
        this.now = now;
    }

    void feedback(Account officer, Card card, Map<String, Object> given) {
        if (text(given, "outcome").equals("appeal")) {
            var reason = needed(given, "opinion", "申诉须写明理由。");
            appeals.made(card, officer, reason);
            note(card, officer, "申诉", reason, null, CardPhase.APPEAL);
        } else {
            var cause = needed(given, "cause", "请选择超时原因。");
            var measure = needed(given, "measure", "请写明整改措施。");
            var more = text(given, "opinion");
            note(card, officer, "整改说明", more.isEmpty() ? measure : measure + "。" + more, cause, CardPhase.REVIEW);
        }
        clocks.stop(key(card), "已反馈，待监察机构处理", BASIS, now.instant());
    }

    void review(Account officer, Card card, Map<String, Object> given) {
        if (text(given, "outcome").equals("accept")) {
            note(card, officer, "接受整改说明", text(given, "opinion"), null, CardPhase.DONE);
        } else {
            note(card, officer, "退回整改说明", needed(given, "opinion", "退回须写明理由。"), null, CardPhase.FEEDBACK);
        }
    }

    void appeal(Account officer, Card card, Map<String, Object> given) {
        var reply = needed(given, "opinion", "处理申诉须写明意见。");
        switch (text(given, "outcome")) {
            case "revoke" -> {
                appeals.answered(card, officer, "REVOKED", reply);
                note(card, officer, "申诉成立，撤销", reply, null, CardPhase.DONE);
            }
            case "escalate" -> {
                if (RegionCode.of(officer.region()).isProvince())
                    throw Problem.conflict("no-level-above", "省级没有上一级监察机构，请直接撤销或者打回。");
                appeals.answered(card, officer, "ESCALATED", reply);
                note(card, officer, "申诉上报", reply, null, CardPhase.ESCALATED);
            }
            default -> {
                appeals.answered(card, officer, "RETURNED", reply);
                note(card, officer, "申诉打回", reply, null, CardPhase.FEEDBACK);
            }
        }
    }

    void escalated(Account officer, Card card, Map<String, Object> given) {
        if (!above(officer.region(), appeals.escalatedFrom(card)))
            throw Problem.forbidden("level-above-decides", "上报的申诉由上一级监察机构处理，您不能处理本级上报的申诉。");
        var reply = needed(given, "opinion", "处理申诉须写明意见。");
        var revoked = text(given, "outcome").equals("revoke");
        appeals.decided(card, officer, revoked ? "REVOKED" : "RETURNED", reply);
        note(card, officer, revoked ? "上级决定撤销" : "上级打回", reply, null, revoked ? CardPhase.DONE : CardPhase.FEEDBACK);
    }

    private void note(Card card, Account who, String act, String text, String cause, CardPhase phase) {
        cards.act(card.id(), CardStore.Actor.of(who), act, text, cause);
        cards.phase(card.id(), phase);
        cases.journal(card.cardNo(), who.name(), act, text, now.instant());
    }

    private static boolean above(String mine, String theirs) {
        var wide = Watch.prefix(mine);
        return Watch.prefix(theirs).startsWith(wide)
                && wide.length() < Watch.prefix(theirs).length();
    }

    private static Clocks.Key key(Card card) {
        return Clocks.Key.of(card.cardNo(), ClockKind.CARD_FEEDBACK);
    }

    private static String needed(Map<String, Object> given, String field, String sentence) {
        var text = text(given, field);
        if (text.isEmpty()) throw Problem.invalid("answer-missing", sentence).with("field", field);
        return text;
    }

    private static String text(Map<String, Object> given, String field) {
        var value = given.get(field);
        return value == null ? "" : value.toString().strip();
    }
}
