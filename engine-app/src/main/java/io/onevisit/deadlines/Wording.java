package io.onevisit.deadlines;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences how a clock counts its days. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss");

    static Explanation explain(Ledger ledger, WorkingCalendar calendar, Reckoning reckoning, Instant at) {
        var due = reckoning.due();
        var last = due == null ? at : due;
        var days = new DayByDay(
                ledger, calendar, reckoning, last.isBefore(ledger.startedAt()) ? ledger.startedAt() : last);
        var runs = new ArrayList<Explanation.Run>();
        var total = 0L;
        for (var run : days.runs()) {
            total += run.nanos();
            runs.add(new Explanation.Run(
                    run.from(),
                    run.to(),
                    run.kind(),
                    run.nanos() / WorkingCalendar.SECOND,
                    sentence(run, total, ledger, reckoning)));
        }
        return new Explanation(start(ledger, reckoning), List.copyOf(runs), end(ledger, reckoning, due));
    }

    private static String start(Ledger ledger, Reckoning reckoning) {
        var rule = ledger.rule() == CountingRule.EXACT_TIME
                ? "按“自%s当时起算、计到秒”的规则".formatted(begins(ledger))
                : "按“自%s次日起算”的规则".formatted(begins(ledger));
        return "%s，从 %s 开始计时，时限 %s。"
                .formatted(rule, moment(reckoning.start()), units(ledger.promised(), ledger.unit()));
    }

    private static String end(Ledger ledger, Reckoning reckoning, Instant due) {
        if (due == null) return "计时已经停止，恢复计时后才能确定到期时间。";
        var limit = amount(reckoning.limit(Threshold.Basis.PROMISED), ledger.unit(), reckoning.time());
        var provisional = reckoning.provisional() ? "其中有年度的放假安排尚未公布，暂按周末和法定节日计算，公布后自动重新计算。" : "";
        return "累计满 %s，于 %s 到期；超过 1 秒即算超期。%s".formatted(limit, moment(due), provisional);
    }

    private static String sentence(DayByDay.Days run, long total, Ledger ledger, Reckoning reckoning) {
        var days = span(run.from(), run.to());
        var counted = "计 %s，累计 %s。"
                .formatted(
                        amount(run.nanos(), ledger.unit(), reckoning.time()),
                        amount(total, ledger.unit(), reckoning.time()));
        return switch (run.kind()) {
            case COUNTED -> days + counted;
            case MAKE_UP -> days + "调休上班，" + counted;
            case SHORT_DAY -> days + run.name() + "，" + counted;
            case PARTLY -> days + counted.replace("，累计", "，其余时间因" + run.name() + "不计，累计");
            case WEEKEND -> days + "是周末，不计。";
            case HOLIDAY -> days + run.name() + "放假，不计。";
            case SPECIAL_PROCEDURE, STOPPED -> days + run.name() + "，不计入时限。";
            case BEFORE -> days + "已过计时时间，不计，自下一次计时开始起算。";
            case EXTENDED -> days + run.name();
        };
    }

    static String pause(Ledger.Entry entry) {
        var what = entry.act() == Ledger.Act.SPECIAL_PROCEDURE_STARTED ? "特别程序" : "停止计时";
        return entry.reason() == null || entry.reason().isBlank() ? what : what + "（" + entry.reason() + "）";
    }

    static String extension(Ledger.Entry entry, Ledger ledger) {
        var unit = ledger.unit() == LimitUnit.CALENDAR_DAY ? "天" : "个工作日";
        var basis = entry.legalBasis() == null || entry.legalBasis().isBlank() ? "" : "（" + entry.legalBasis() + "）";
        return "经批准延长 %d %s%s。".formatted(entry.days(), unit, basis);
    }

    private static String begins(Ledger ledger) {
        return switch (ledger.kind()) {
            case CASE -> "受理";
            case LINK -> "进入本环节";
            default -> "起算";
        };
    }

    static String units(int number, LimitUnit unit) {
        return number
                + switch (unit) {
                    case WORKING_DAY -> " 个工作日";
                    case CALENDAR_DAY -> " 个自然日";
                    case HOUR -> " 小时";
                };
    }

    /** For example 3 个工作日又 2 小时 30 分. */
    static String amount(long nanos, LimitUnit unit, Timeline time) {
        var seconds = nanos / WorkingCalendar.SECOND;
        var day = unit == LimitUnit.HOUR ? Long.MAX_VALUE : time.unit() / WorkingCalendar.SECOND;
        var days = seconds / day;
        var rest = seconds % day;
        var parts = new ArrayList<String>();
        if (days > 0) parts.add(units((int) days, unit));
        if (rest > 0 || days == 0) parts.add(time(rest));
        return String.join("又", parts).strip();
    }

    static String time(long seconds) {
        var hours = seconds / 3600;
        var minutes = seconds / 60 % 60;
        var rest = seconds % 60;
        var text = (hours > 0 ? " " + hours + " 小时" : "")
                + (minutes > 0 ? " " + minutes + " 分" : "")
                + (rest > 0 ? " " + rest + " 秒" : "");
        return text.isEmpty() ? "0 小时" : text;
    }

    private static String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? named(from) : named(from) + "至 " + named(to);
    }

    private static String named(LocalDate day) {
        return day.format(DAY) + "（" + weekday(day) + "）";
    }

    private static String moment(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
        return "%s（%s）%s"
                .formatted(
                        local.format(FULL_DAY),
                        weekday(local.toLocalDate()),
                        local.format(local.getSecond() == 0 ? TIME : EXACT));
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
    }

    private Wording() {}
}
