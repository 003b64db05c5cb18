package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** {@code ./onevisit verify}: asks a running installation what it can prove of itself and prints the answer in sentences. */
public final class Verify {

    private static final String WITHOUT_CHECK = "还没有检查（以后的版本）";

    /** Everything is read once; on millions of cases that takes its time. */
    private static final Duration WITHIN = Duration.ofHours(1);

    private Verify() {}

    /** Ends with 0 where everything checked holds, 1 where something is broken, 2 where nobody answers. */
    public static void main(String[] arguments) {
        try {
            var operator = Person.signedIn(Settings.platform(), Settings.operator(), Settings.operatorPassword())
                    .waiting(WITHIN);
            var report = operator.get("/api/verification");
            report.path("invariants").forEach(Verify::tell);
            System.exit(report.path("holds").asBoolean() ? 0 : 1);
        } catch (RuntimeException e) {
            System.err.println("✗ 无法核对：" + why(e));
            System.exit(2);
        }
    }

    private static String why(RuntimeException e) {
        if (e.getCause() instanceof HttpTimeoutException)
            return "服务器在 %d 分钟内没有答复，请在非办公时间再试。".formatted(WITHIN.toMinutes());
        if (e.getCause() instanceof IOException) return "连接 " + Settings.platform() + " 时中断：" + e.getCause();
        return e.getMessage();
    }

    private static void tell(JsonNode invariant) {
        var name = "%s %s"
                .formatted(invariant.path("id").asText(), invariant.path("name").asText());
        switch (invariant.path("state").asText()) {
            case "HOLDS" ->
                System.out.printf(
                        "✓ %s（检查了 %d 项）%n", name, invariant.path("checked").asLong());
            case "BROKEN" -> {
                System.out.printf(
                        "✗ %s：%d 处不符%n", name, invariant.path("broken").asLong());
                invariant.path("findings").forEach(finding -> System.out.println("    " + finding.asText()));
            }
            default -> System.out.printf("– %s：%s%n", name, WITHOUT_CHECK);
        }
    }
}
