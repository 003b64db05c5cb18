package io.onevisit.ratings;

import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.LocalDate;

/** From the first to the last day of a figure, both included, within what can be asked for. */
public record Span(LocalDate from, LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);
    private static final int USUAL_DAYS = 30;
    private static final int MOST_YEARS = 2;
    private static final int LAST_PAGE = 500;

    /** The days asked for, of rows that were counted before: any length. Without days the last thirty. */
    public static Span rolledUp(LocalDate from, LocalDate to, LocalDate today) {
        var last = to == null ? today : to;
        outside(last, "to");
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        outside(first, "from");
        if (first.isAfter(last)) {
            throw Problem.invalid("days-reversed", "起始日期不能晚于截止日期，请对调后重试。").with("field", "from");
        }
        return new Span(first, last);
    }

    /** The days asked for, where each row is looked at: two years at most. */
    public static Span scanned(LocalDate from, LocalDate to, LocalDate today) {
        var span = rolledUp(from, to, today);
        if (span.from.plusYears(MOST_YEARS).isBefore(span.to)) {
            throw Problem.invalid("days-too-many", "一次最多查询两年，请缩小起止日期的范围。").with("field", "from");
        }
        return span;
    }

    /** A page that can be turned to; what lies behind is found by fewer days. */
    public static int page(int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw Problem.invalid("page-outside", "页码应在 0 至 %d 之间；需要更早的内容，请缩小查询范围。".formatted(LAST_PAGE))
                    .with("field", "page");
        }
        return page;
    }

    public Timestamp start() {
        return at(from);
    }

    public Timestamp end() {
        return at(to.plusDays(1));
    }

    private static void outside(LocalDate day, String field) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Problem.invalid("day-outside", "日期应在 1900 年至 2200 年之间，请检查后重试。")
                    .with("field", field);
        }
    }

    private static Timestamp at(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(RatingStore.CHINA).toInstant());
    }
}
