package io.onevisit.workers.materials;

import io.onevisit.workers.Platform.Comparison.Result;
import io.onevisit.workers.Platform.Facts;
import io.onevisit.workers.Platform.Reading;
import io.onevisit.workers.ocr.Scan;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds what was read against what is known, field by field, and says in words how they differ. */
final class Comparing {

    static final String MATCH = "MATCH";
    static final String MISMATCH = "MISMATCH";
    static final String UNREADABLE = "UNREADABLE";
    static final String MISSING = "MISSING";

    /** Below this a reading that differs says nothing about the paper. */
    private static final double LEGIBLE = 0.6;

    private static final Map<String, String> PROBLEMS = Map.of(
            Scan.UNREADABLE, "文件不清晰，无法识别",
            Scan.ENCRYPTED, "文件已加密，无法打开",
            Scan.DAMAGED, "文件已损坏，无法打开",
            Scan.TOO_LARGE, "文件尺寸过大，没有识别",
            Scan.TOO_MANY_PAGES, "文件页数过多，没有识别",
            Scan.UNSUPPORTED, "文件格式不支持识别");

    private Comparing() {}

    static List<Result> compare(Facts facts) {
        return facts.expected().stream()
                .filter(expected ->
                        expected.expected() != null && !expected.expected().isBlank())
                .map(expected -> compare(expected, facts.reading()))
                .toList();
    }

    private static Result compare(Facts.Expected expected, Reading reading) {
        if (reading == null || reading.problem() != null) {
            var problem = reading == null ? Scan.UNREADABLE : reading.problem();
            return result(expected, null, UNREADABLE, PROBLEMS.getOrDefault(problem, "文件无法识别"));
        }
        var field = reading.fields().stream()
                .filter(read -> read.key().equals(expected.field()))
                .findFirst();
        if (field.isEmpty()) {
            return result(expected, null, MISSING, "材料上没有找到“%s”".formatted(expected.label()));
        }
        return compare(expected, field.get());
    }

    private static Result compare(Facts.Expected expected, Reading.Field read) {
        var known = plain(expected.expected());
        var seen = plain(read.value());
        var number = seen.matches("\\d{17}[0-9X]") || known.matches("\\d{17}[0-9X]");
        if (number && !IdNumbers.valid(seen) && read.confidence() >= LEGIBLE) {
            return result(expected, read, MISMATCH, "材料上的身份证号校验位不正确");
        }
        if (same(known, seen)) {
            return result(expected, read, MATCH, "与%s一致".formatted(expected.source()));
        }
        if (read.confidence() < LEGIBLE) {
            return result(expected, read, UNREADABLE, "字迹不清，识别为“%s”，请核对原件".formatted(read.value()));
        }
        return result(expected, read, MISMATCH, "与%s不一致".formatted(expected.source()));
    }

    private static boolean same(String known, String seen) {
        var day = Dates.in(known);
        return day.isPresent() ? day.equals(Dates.in(seen)) : known.equals(seen);
    }

    /** One way of writing: no blanks, no full-width forms, one kind of middle dot, capital letters, the sex in words. */
    static String plain(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .replaceAll("[•・‧∙⋅●]", "·")
                .toUpperCase(Locale.ROOT);
        return switch (plain) {
            case "MALE", "男性" -> "男";
            case "FEMALE", "女性" -> "女";
            default -> plain;
        };
    }

    private static Result result(Facts.Expected expected, Reading.Field read, String verdict, String note) {
        return new Result(
                expected.field(),
                expected.label(),
                read == null ? null : read.value(),
                expected.expected(),
                expected.source(),
                read == null ? 0 : read.confidence(),
                verdict,
                note);
    }
}
