package io.onevisit.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A column of the roll-ups: what is counted (or summed) of which source. Roll-up, recount and list are all made of these. */
enum Column {
    ACCEPTED(Map.of(Source.ACCEPTED, "true", Source.ASKED, "true")),
    ACCEPTED_PERSON(Map.of(Source.ACCEPTED, Source.PERSON)),
    ACCEPTED_LEGAL(Map.of(Source.ACCEPTED, "not (" + Source.PERSON + ")")),
    REFUSED(Map.of(Source.ENDED, ending("REFUSED"))),
    ENDED_EARLY(Map.of(Source.ENDED, ending("EARLY"))),
    CLOSED_NORMAL(Map.of(Source.ENDED, ending("NORMAL"), Source.ANSWERED, "true")),
    CLOSED_RETURNED(Map.of(Source.ENDED, ending("RETURNED"))),
    CLOSED_VOIDED(Map.of(Source.ENDED, ending("VOIDED"))),
    CLOSED_DELETED(Map.of(Source.ENDED, ending("DELETED"))),
    TIMED(Map.of(Source.ENDED, ending("NORMAL") + " and w.finished_at is not null", Source.ANSWERED, "true")),
    ON_TIME(Map.of(
            Source.ENDED,
            ending("NORMAL") + " and w.finished_at is not null and w.finished_at <= w.due_at",
            Source.ANSWERED,
            "x.finished_at <= x.due_at")),
    USED_DAYS(
            Map.of(Source.ENDED, usable("w") + " and " + ending("NORMAL"), Source.ANSWERED, usable("x")),
            Map.of(Source.ENDED, "w.used_days", Source.ANSWERED, "x.used_days")),
    USED_CASES(Map.of(Source.ENDED, usable("w") + " and " + ending("NORMAL"), Source.ANSWERED, usable("x"))),
    BLUE(Map.of(Source.CARDS, "x.light = 'BLUE'")),
    YELLOW(Map.of(Source.CARDS, "x.light = 'YELLOW'")),
    RED(Map.of(Source.CARDS, "x.light = 'RED'")),
    YELLOW_REVOKED(Map.of(Source.CARDS, "x.light = 'YELLOW' and x.state = 'REVOKED'")),
    RED_REVOKED(Map.of(Source.CARDS, "x.light = 'RED' and x.state = 'REVOKED'"));

    final Map<Source, String> conditions;
    private final Map<Source, String> summed;

    Column(Map<Source, String> conditions) {
        this(conditions, Map.of());
    }

    Column(Map<Source, String> conditions, Map<Source, String> summed) {
        this.conditions = conditions;
        this.summed = summed;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This column of one source, as an expression of an aggregation. */
    String of(Source source) {
        var condition = conditions.get(source);
        if (condition == null) return "0";
        return summed.containsKey(source)
                ? "coalesce(sum(%s) filter (where %s), 0)".formatted(summed.get(source), condition)
                : "count(*) filter (where %s)".formatted(condition);
    }

    static List<Column> all() {
        return List.of(values());
    }

    static String names() {
        return Arrays.stream(values()).map(Column::column).collect(Collectors.joining(", "));
    }

    private static String ending(String kind) {
        return "(" + Source.ENDING + ") = '" + kind + "'";
    }

    private static String usable(String clock) {
        return clock + ".used_days is not null and " + clock + ".unit <> 'HOUR'";
    }
}
