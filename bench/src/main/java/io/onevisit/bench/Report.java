package io.onevisit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of results: printed row by row as it grows, and as Markdown at the end. */
final class Report {

    /** @param holds whether the aim is reached; {@code null} where there is none */
    private record Row(String part, String what, String result, String aim, Boolean holds) {

        String mark() {
            return holds == null ? "" : holds ? "✓" : "✗";
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void say(String sentence) {
        System.out.println(sentence);
    }

    void figure(String part, String what, String result) {
        add(new Row(part, what, result, "", null));
    }

    void aim(String part, String what, String result, String aim, boolean holds) {
        add(new Row(part, what, result, aim, holds));
    }

    /** A sentence that belongs under the table. */
    void note(String sentence) {
        notes.add(sentence);
        say("    " + sentence);
    }

    /** Whether every aim is reached. */
    boolean holds() {
        return rows.stream().noneMatch(row -> Boolean.FALSE.equals(row.holds));
    }

    private void add(Row row) {
        rows.add(row);
        say("%1s %-2s %s：%s%s"
                .formatted(
                        row.mark(), row.part, row.what, row.result, row.aim.isEmpty() ? "" : "（目标 " + row.aim + "）"));
    }

    void write(Path file) {
        var lines = new ArrayList<String>();
        lines.add("| 部分 | 项目 | 结果 | 目标 | 达到 |");
        lines.add("|---|---|---|---|---|");
        rows.forEach(row ->
                lines.add("| %s | %s | %s | %s | %s |".formatted(row.part, row.what, row.result, row.aim, row.mark())));
        if (!notes.isEmpty()) {
            lines.add("");
            notes.forEach(note -> lines.add("- " + note));
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new IllegalStateException("结果表不能写入 " + file, e);
        }
        say("结果表已写入 " + file);
    }
}
