package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Prints for people: Chinese characters take two columns. */
final class Screen {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Screen() {}

    static void say(String who, String what) {
        OUT.printf("%s  %s%s%n", TIME.format(Instant.now()), padded(who, 8), what);
    }

    static void line(String text) {
        OUT.println(text);
    }

    static void event(JsonNode event) {
        OUT.printf(
                "     %s  %s%s%n",
                TIME.format(Instant.parse(event.path("at").asText())),
                padded(shortened(event.path("who").asText(), 30), 32),
                sentence(event));
    }

    static String sentence(JsonNode event) {
        var detail = event.path("detail").asText("").replace('\n', ' ');
        return event.path("what").asText() + (detail.isBlank() || detail.equals("null") ? "" : "　" + detail);
    }

    static void table(List<String> heads, List<List<String>> rows) {
        var widths = new int[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(heads.get(column));
            for (var row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        OUT.println(row(heads, widths));
        OUT.println("-"
                .repeat(java.util.Arrays.stream(widths).map(width -> width + 2).sum() - 2));
        rows.forEach(row -> OUT.println(row(row, widths)));
    }

    private static String row(List<String> cells, int[] widths) {
        var row = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            row.append(padded(cells.get(column), widths[column] + 2));
        }
        return row.toString().stripTrailing();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String shortened(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        var kept = text.length();
        while (width(text.substring(0, kept)) > width - 2) {
            kept--;
        }
        return text.substring(0, kept) + "…";
    }

    static int width(String text) {
        return text.codePoints().map(c -> c >= 0x1100 && isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c == 0x2026
                || c >= 0x20000;
    }
}
