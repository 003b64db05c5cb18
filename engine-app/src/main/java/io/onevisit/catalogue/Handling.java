package io.onevisit.catalogue;

import java.util.Map;
import java.util.Optional;

/**
 * How a case of an item is handled: as the item's row says, or as a rule of the bundle says by the answers.
 *
 * @param level of the division whose unit handles it, as in {@link Region#level}; the empty text where that is found as usual
 * @param rule which rule said so, empty where the item's row did
 */
public record Handling(HandlingMode mode, String level, Optional<Rule> rule) {

    /** The levels a rule may name, in words. */
    public static final Map<String, String> LEVELS =
            Map.of("PROVINCE", "省级", "CITY", "市级", "COUNTY", "县级", "TOWNSHIP", "乡镇（街道）");

    /** As the item's row says. */
    public static Handling listed(HandlingMode mode) {
        return new Handling(mode, "", Optional.empty());
    }

    /** Why, in the rule's own words; the empty text where the item's row says how. */
    public String reason() {
        return rule.map(Rule::reason).orElse("");
    }

    /** How and why, in a sentence. */
    public String sentence() {
        var unit = LEVELS.containsKey(level) ? "，由" + LEVELS.get(level) + "单位承办" : "";
        return "%s%s：%s".formatted(mode.label(), unit, reason());
    }

    /** A rule that fired. */
    public record Rule(
            String decision,
            int version,
            String id,
            String reason,
            Map<String, Object> inputs,
            Map<String, Object> outputs) {}
}
