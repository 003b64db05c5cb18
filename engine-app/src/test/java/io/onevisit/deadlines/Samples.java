package io.onevisit.deadlines;

import static io.onevisit.deadlines.Threshold.Basis.PROMISED;
import static io.onevisit.deadlines.Threshold.Basis.STATUTORY;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The province's calendar as shipped, the lights of 湖南省电子监察规则, and a case to start from. */
final class Samples {

    static final WorkingCalendar PROVINCE = new WorkingCalendar("430000", 1, provincePlans());

    static List<YearPlan> provincePlans() {
        return HolidayFile.read(Samples.class.getResourceAsStream("/catalogue/holidays/430000.yaml"))
                .plans();
    }

    /** Weekends only, nine to five: for years before the data. */
    static WorkingCalendar weekendsOnly(int year) {
        var hours = List.of(Hours.parse("09:00-17:00"));
        return new WorkingCalendar(
                "000000", 1, List.of(new YearPlan(year, true, "示例", hours, Set.of(), Set.of(), Map.of())));
    }

    static List<Threshold> lights(ClockKind kind) {
        return switch (kind) {
            case CASE -> List.of(blue(-3), yellow(0), new Threshold(Light.RED, STATUTORY, 0, "red"));
            case SPECIAL_PROCEDURE,
                    CONSULTATION,
                    COMPLAINT,
                    DEFERRED_MATERIAL,
                    COMMITMENT,
                    RATING_RECTIFY,
                    RATING_RECTIFY_AGAIN,
                    WORK_ORDER -> List.of(blue(-3), yellow(0), red(1));
            case RATING_CONTACT -> List.of(blue(-1), yellow(0), red(1));
            case BUNDLE -> List.of(blue(-3), yellow(0));
            case ONLINE_PREACCEPTANCE -> List.of(blue(0), yellow(3), red(5));
            case LICENSE_ISSUE, LINK, CARD_FEEDBACK -> List.of(yellow(0));
            case WORK_ORDER_RETURN -> List.of();
        };
    }

    static Ledger aCase(String start, int promised, int statutory) {
        return aCase(start, promised, statutory, LimitUnit.WORKING_DAY, CountingRule.EXACT_TIME);
    }

    static Ledger aCase(String start, int promised, int statutory, LimitUnit unit, CountingRule rule) {
        return new Ledger(ClockKind.CASE, promised, statutory, unit, rule, at(start), List.of());
    }

    static Reckoning reckon(Ledger ledger) {
        return new Reckoning(ledger, PROVINCE, lights(ledger.kind()));
    }

    /** Chinese time, e.g. {@code 2026-02-12T10:00}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    static Ledger.Entry specialProcedure(String at, int days) {
        return new Ledger.Entry(Ledger.Act.SPECIAL_PROCEDURE_STARTED, at(at), days, "专家评审", "行政许可法第四十五条");
    }

    /** A special procedure in calendar days, as a public notice runs. */
    static Ledger.Entry publicNotice(String at, int days) {
        return new Ledger.Entry(
                Ledger.Act.SPECIAL_PROCEDURE_STARTED, at(at), days, LimitUnit.CALENDAR_DAY, "公示", "市场主体登记管理条例");
    }

    static Ledger.Entry extension(String at, int days) {
        return new Ledger.Entry(Ledger.Act.EXTENDED, at(at), days, "情况复杂", "行政许可法第四十二条");
    }

    static Ledger.Entry entry(Ledger.Act act, String at) {
        return new Ledger.Entry(act, at(at));
    }

    private static Threshold blue(int offset) {
        return new Threshold(Light.BLUE, PROMISED, offset, "blue");
    }

    private static Threshold yellow(int offset) {
        return new Threshold(Light.YELLOW, PROMISED, offset, "yellow");
    }

    private static Threshold red(int offset) {
        return new Threshold(Light.RED, PROMISED, offset, "red");
    }

    private Samples() {}
}
