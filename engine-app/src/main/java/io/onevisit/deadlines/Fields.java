package io.onevisit.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.problems.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads an untyped body; whatever is missing or wrong is refused with the name of the field. */
record Fields(JsonNode body, String path) {

    /** Before 1901 the zone of Shanghai was some minutes ahead of it. */
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    Fields {
        if (body == null || !body.isObject()) throw invalid(path.isEmpty() ? "body" : path, "应为 JSON 对象");
    }

    boolean has(String name) {
        return body.hasNonNull(name);
    }

    String name(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String text(String name) {
        var node = body.path(name);
        if (node.isMissingNode() || node.isNull()) throw invalid(name(name), "必须填写");
        if (!node.isTextual() || node.textValue().isBlank()) throw invalid(name(name), "应为非空文本");
        return node.textValue();
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        if (otherwise != null && !has(name)) return otherwise;
        var text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(name(name), "应为 " + Arrays.toString(type.getEnumConstants()) + " 之一"));
    }

    int number(String name, Integer otherwise, int least, int most) {
        if (otherwise != null && !has(name)) return otherwise;
        var node = body.path(name);
        if (node.isMissingNode() || node.isNull()) throw invalid(name(name), "必须填写");
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most)
            throw invalid(name(name), "应为 " + least + " 至 " + most + " 的整数");
        return node.intValue();
    }

    /** An instant; a time without an offset is Chinese time. */
    Instant instant(String name, Instant otherwise) {
        if (otherwise != null && !has(name)) return otherwise;
        var text = text(name);
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var instant = read instanceof OffsetDateTime time
                    ? time.toInstant()
                    : ((LocalDateTime) read).atZone(WorkingCalendar.ZONE).toInstant();
            var year = instant.atOffset(BEIJING).getYear();
            if (year < 1900 || year > 2200) throw invalid(name(name), "应在 1900 年至 2200 年之间");
            return instant;
        } catch (DateTimeException e) {
            throw invalid(name(name), "应为日期时间，如 2026-02-12T10:00:00+08:00");
        }
    }

    List<Fields> items(String name) {
        var node = body.path(name);
        var items = new ArrayList<Fields>();
        if (node.isMissingNode() || node.isNull()) return items;
        if (!node.isArray() || node.size() > 1000) throw invalid(name(name), "应为列表，最多 1000 项");
        for (var i = 0; i < node.size(); i++) items.add(new Fields(node.get(i), name(name) + "[" + i + "]"));
        return items;
    }

    static Problem invalid(String field, String message) {
        return Problem.invalid("field-invalid", "字段 " + field + " 有误：" + message + "。")
                .with("field", field)
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }
}
