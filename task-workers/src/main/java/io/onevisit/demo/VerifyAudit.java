package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * {@code ./onevisit verify-audit [from [until]]}: has a running installation reckon its audit chains anew, a day at a time,
 * and prints what each region has, and where the first break is.
 */
public final class VerifyAudit {

    /** A day of a million entries takes minutes on a small machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private VerifyAudit() {}

    /** Ends with 0 where every chain holds, 1 where one is broken, 2 where nobody answers. */
    public static void main(String[] arguments) {
        try {
            var from = arguments.length > 0 ? LocalDate.parse(arguments[0]) : LocalDate.EPOCH;
            var until = arguments.length > 1
                    ? LocalDate.parse(arguments[1])
                    : arguments.length > 0 ? from : LocalDate.of(9999, 12, 31);
            var operator = Person.signedIn(Settings.platform(), Settings.operator(), Settings.operatorPassword());
            System.exit(verify(operator, from, until) ? 0 : 1);
        } catch (DateTimeParseException e) {
            System.err.println("✗ 日期应写成 2026-03-12：" + e.getParsedString());
            System.exit(2);
        } catch (RuntimeException e) {
            System.err.println("✗ 无法核验：" + e.getMessage());
            System.exit(2);
        }
    }

    private static boolean verify(Person operator, LocalDate from, LocalDate until) {
        var days = operator.get("/api/audit/days?from=" + from + "&until=" + until);
        var done = 0;
        var broken = 0;
        long entries = 0;
        for (var day : days) {
            done++;
            System.out.printf("… %s（第 %d 天，共 %d 天）%n", day.asText(), done, days.size());
            var found = operator.get("/api/audit/days/" + day.asText(), PATIENCE);
            found.path("findings").forEach(finding -> System.out.println("  ✗ 锚点：" + finding.asText()));
            for (var region : found.path("regions")) {
                entries += region.path("entries").asLong();
                tell(region);
            }
            if (!found.path("holds").asBoolean()) {
                broken++;
            }
        }
        System.out.printf(
                broken == 0 ? "✓ 共 %2$d 天、%3$d 条记录，审计链完整%n" : "✗ 共 %2$d 天、%3$d 条记录，其中 %1$d 天不完整%n",
                broken,
                done,
                entries);
        return broken == 0;
    }

    private static void tell(JsonNode region) {
        var broken = region.path("firstBreak");
        System.out.printf(
                "  %s %s：记录 %d，已封存 %d，未封存 %d%n",
                broken.isObject() ? "✗" : "✓",
                region.path("region").asText(),
                region.path("entries").asLong(),
                region.path("sealed").asLong(),
                region.path("unsealed").asLong());
        if (broken.isObject()) {
            System.out.printf(
                    "      %s：%s%n",
                    broken.path("kind").asText(), broken.path("sentence").asText());
        }
    }
}
