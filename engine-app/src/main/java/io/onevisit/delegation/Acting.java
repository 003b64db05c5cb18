package io.onevisit.delegation;

import io.onevisit.identity.Account;
import io.onevisit.problems.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Somebody acts for somebody else.
 *
 * @param mandate under which, {@code null} for the legal representative
 * @param principal for whom; without {@code idNo} where their licenses may not be used
 * @param until last day of the mandate, {@code null} for the legal representative
 * @param subjects keys of bundles and codes of items it is good for; empty: everything
 */
public record Acting(
        AgentKind kind, UUID mandate, Account principal, Account agent, LocalDate until, List<String> subjects) {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** @param subject key of a bundle, or code of an item applied for on its own */
    public void refuseOutside(String subject, String name) {
        if (!subjects.isEmpty() && !subjects.contains(subject)) {
            throw Problem.forbidden(
                            "mandate-outside", "“%s”不在%s的授权范围内，不能代办。请由本人办理，或者请其重新授权。".formatted(name, principal.name()))
                    .with("field", "actingFor");
        }
    }

    /** 李四（亲友代办，授权至2026年12月31日） */
    public static String shown(String agentName, AgentKind kind, LocalDate until) {
        return until == null
                ? "%s（%s）".formatted(agentName, kind.label())
                : "%s（%s，授权至%s）".formatted(agentName, kind.label(), DAY.format(until));
    }
}
