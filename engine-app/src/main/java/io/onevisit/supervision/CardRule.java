package io.onevisit.supervision;

import io.onevisit.deadlines.Light;
import java.util.Map;

/**
 * How a light of a kind of supervised thing becomes a card, as the decision table {@code supervision-rules} says.
 *
 * @param kind what is supervised; with light, item type and region the question that was asked
 * @param enabled false where the rule is paused: no card, and none later for what passed meanwhile
 * @param mode AUTOMATIC: issued at once; MANUAL: a supervisor confirms it first
 * @param feedbackDays working days the department has to answer, zero where none is asked for
 * @param recipients the level up to which people are told
 * @param message wording of its own, the empty text for the standard one
 * @param rule id of the rule that fired
 * @param version of the table in the engine
 */
record CardRule(
        String kind,
        String light,
        String itemType,
        String region,
        boolean enabled,
        String mode,
        boolean needsFeedback,
        int feedbackDays,
        String recipients,
        String message,
        String rule,
        int version) {

    static CardRule read(Question asked, Map<String, Object> row, String rule, int version) {
        var mode = text(row, "mode");
        var needsFeedback = flag(row, "needsFeedback");
        var days = row.get("feedbackDays") instanceof Number number ? number.intValue() : 0;
        if (!mode.equals("AUTOMATIC") && !mode.equals("MANUAL"))
            throw new IllegalStateException("规则 " + rule + " 的发牌方式“" + mode + "”应为 AUTOMATIC 或 MANUAL");
        if (needsFeedback && (days < 1 || days > 60))
            throw new IllegalStateException("规则 " + rule + " 要求反馈，反馈期限应为 1 至 60 个工作日，现为 " + days);
        return new CardRule(
                asked.kind,
                asked.light.name(),
                asked.itemType,
                asked.region,
                flag(row, "enabled"),
                mode,
                needsFeedback,
                days,
                Light.valueOf(text(row, "recipients")).name(),
                text(row, "message"),
                rule,
                version);
    }

    private static String text(Map<String, Object> row, String name) {
        var value = row.get(name);
        return value == null ? "" : value.toString();
    }

    private static boolean flag(Map<String, Object> row, String name) {
        return Boolean.TRUE.equals(row.get(name));
    }

    /** @param itemType code of GB/T 39046 A.1, the empty text where no item is concerned */
    record Question(String kind, Light light, String itemType, String region) {

        Map<String, Object> facts() {
            return Map.of("kind", kind, "light", light.name(), "itemType", itemType, "region", region);
        }
    }
}
