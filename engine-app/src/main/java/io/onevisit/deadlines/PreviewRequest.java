package io.onevisit.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A question about a clock that doesn't exist, read field by field so that the answer can name the one at fault. */
record PreviewRequest(
        ClockKind kind,
        Instant start,
        int promised,
        int statutory,
        LimitUnit unit,
        CountingRule rule,
        String region,
        List<Event> events,
        Instant at) {

    /**
     * An entry that a preview supposes.
     *
     * @param field the field that gave it its time
     * @param endGiven whether it is a special procedure that says itself when it ends
     */
    record Event(String field, Ledger.Entry entry, boolean endGiven) {

        boolean interrupts() {
            return entry.act() == Ledger.Act.SPECIAL_PROCEDURE_STARTED || entry.act() == Ledger.Act.STOPPED;
        }
    }

    private enum Type {
        SPECIAL_PROCEDURE(Ledger.Act.SPECIAL_PROCEDURE_STARTED),
        EXTENSION(Ledger.Act.EXTENDED),
        STOPPED(Ledger.Act.STOPPED),
        RESUMED(Ledger.Act.RESUMED),
        FINISHED(Ledger.Act.FINISHED);

        private final Ledger.Act act;

        Type(Ledger.Act act) {
            this.act = act;
        }
    }

    static PreviewRequest read(JsonNode body, StandardLimits limits, Instant now) {
        var fields = new Fields(body, "");
        var kind = fields.oneOf("kind", ClockKind.class, null);
        var start = fields.instant("start", null);
        var promised = fields.number("promised", limits.days(kind), 0, Ledger.LONGEST);
        var statutory = fields.number("statutory", kind == ClockKind.CASE ? null : promised, 0, Ledger.LONGEST);
        var unit = fields.oneOf("unit", LimitUnit.class, null);
        var rule = fields.oneOf("rule", CountingRule.class, null);
        var region = fields.text("region");
        var at = fields.instant("at", now);
        var events = events(fields, start);
        if (kind == ClockKind.CASE && statutory < promised)
            throw Fields.invalid("statutory", "法定时限不能短于承诺时限（" + promised + "）");
        return new PreviewRequest(kind, start, promised, statutory, unit, rule, region, events, at);
    }

    private static List<Event> events(Fields fields, Instant start) {
        var events = new ArrayList<Event>();
        for (var item : fields.items("events")) {
            var type = item.oneOf("type", Type.class, null);
            var at = item.instant("at", null);
            if (at.isBefore(start)) throw Fields.invalid(item.name("at"), "不能早于起算时间 start");
            var counted = type == Type.SPECIAL_PROCEDURE || type == Type.EXTENSION;
            var days = counted ? item.number("days", null, 1, Ledger.LONGEST) : 0;
            var endGiven = type == Type.SPECIAL_PROCEDURE && item.has("endedAt");
            events.add(new Event(item.name("at"), new Ledger.Entry(type.act, at, days, null, null), endGiven));
            if (endGiven) {
                var endedAt = item.instant("endedAt", null);
                if (endedAt.isBefore(at)) throw Fields.invalid(item.name("endedAt"), "不能早于特别程序开始时间 at");
                events.add(new Event(
                        item.name("endedAt"), new Ledger.Entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, endedAt), false));
            }
        }
        events.sort(Comparator.comparing(event -> event.entry().at()));
        return events;
    }
}
