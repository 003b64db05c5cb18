package io.onevisit.supervision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A figure of the statistics (of 湖南省电子监察), with what it counts and what it leaves out, in words; its value comes from
 * the roll-up's columns, its list from the same conditions on the tables themselves.
 */
enum Figure {
    ACCEPTED("受理", "期内受理的办件（咨询、投诉为期内开始办理的）", "不含不予受理、不受理和受理前撤回的", Column.ACCEPTED),
    CLOSED(
            "办结",
            "期内办结的全部办件：正常、退回、作废、删除办结之和",
            "不含不予受理和受理前终止的",
            Column.CLOSED_NORMAL,
            Column.CLOSED_RETURNED,
            Column.CLOSED_VOIDED,
            Column.CLOSED_DELETED),
    EVER_ACCEPTED("累计受理", "自平台启用至期末受理的全部", "不含不予受理、不受理和受理前撤回的", Column.ACCEPTED),
    EVER_CLOSED(
            "累计办结",
            "自平台启用至期末办结的全部：正常、退回、作废、删除办结之和",
            "不含不予受理和受理前终止的",
            Column.CLOSED_NORMAL,
            Column.CLOSED_RETURNED,
            Column.CLOSED_VOIDED,
            Column.CLOSED_DELETED),
    CLOSED_NORMAL("正常办结", "期内受理后作出决定或转报而办结的，含不予许可", "不含退回、作废、删除办结", Column.CLOSED_NORMAL),
    CLOSED_RETURNED("退回办结", "期内受理后退回的，含申请人撤回、补正不来", "不含受理前终止的", Column.CLOSED_RETURNED),
    CLOSED_VOIDED("作废办结", "期内受理后作废的", "不含受理前终止的", Column.CLOSED_VOIDED),
    CLOSED_DELETED("删除办结", "期内因录入错误删除的", "不含受理前终止的", Column.CLOSED_DELETED),
    CLOSED_RATE(
            "办结率",
            "期内办结 ÷ 期内受理",
            "期内没有受理的不计算；跨期办结的可能使之超过 100%",
            List.of(Column.CLOSED_NORMAL, Column.CLOSED_RETURNED, Column.CLOSED_VOIDED, Column.CLOSED_DELETED),
            List.of(Column.ACCEPTED)),
    REFUSED("不予受理", "期内决定不予受理的", "不含不需要许可的（不受理）", Column.REFUSED),
    ENDED_EARLY("受理前终止", "期内在受理之前退回、撤回、补正不来或不受理的", "不含不予受理的", Column.ENDED_EARLY),
    ACCEPTED_PERSON("自然人受理", "期内受理的办件中，申请人证件号码为公民身份号码的", "其余计入法人受理", Column.ACCEPTED_PERSON),
    ACCEPTED_LEGAL("法人受理", "期内受理的办件中，申请人证件号码不是公民身份号码的", "其余计入自然人受理", Column.ACCEPTED_LEGAL),
    BLUE("预警", "期内发出的预警", "不含待发、取消的", Column.BLUE),
    YELLOW("黄牌", "期内发出的黄牌", "不含待发、取消的；含后来撤销的", Column.YELLOW),
    RED("红牌", "期内发出的红牌", "不含待发、取消的；含后来撤销的", Column.RED),
    YELLOW_REVOKED("撤销黄牌", "期内发出、后来撤销的黄牌（按发牌日归期）", "不含取消的", Column.YELLOW_REVOKED),
    RED_REVOKED("撤销红牌", "期内发出、后来撤销的红牌（按发牌日归期）", "不含取消的", Column.RED_REVOKED),
    YELLOW_VALID(
            "有效黄牌",
            "期内发出的黄牌减去其中撤销的",
            "不含撤销、待发、取消的",
            "x.light = 'YELLOW' and x.state <> 'REVOKED'",
            row -> row.get(Column.YELLOW) - row.get(Column.YELLOW_REVOKED)),
    RED_VALID(
            "有效红牌",
            "期内发出的红牌减去其中撤销的",
            "不含撤销、待发、取消的",
            "x.light = 'RED' and x.state <> 'REVOKED'",
            row -> row.get(Column.RED) - row.get(Column.RED_REVOKED)),
    ON_TIME_RATE(
            "及时办结率",
            "期内正常办结且未超过承诺时限的 ÷ 期内正常办结且计时的",
            "不含退回、作废、删除办结和没有时限台账的",
            List.of(Column.ON_TIME),
            List.of(Column.TIMED)),
    CARD_RATE(
            "红黄牌发生率",
            "（有效黄牌＋有效红牌）÷ 期内受理",
            "不含预警和撤销的牌；期内没有受理的不计算",
            "x.light in ('YELLOW', 'RED') and x.state <> 'REVOKED'",
            row -> row.get(Column.ACCEPTED) == 0
                    ? Double.NaN
                    : (row.get(Column.YELLOW)
                                    - row.get(Column.YELLOW_REVOKED)
                                    + row.get(Column.RED)
                                    - row.get(Column.RED_REVOKED))
                            / (double) row.get(Column.ACCEPTED)),
    AVERAGE_DAYS(
            "平均用时（天）",
            "期内正常办结的办件按时限台账所用天数的平均值，向上取整后平均",
            "不含以小时计时的和没有时限台账的",
            List.of(Column.USED_DAYS),
            List.of(Column.USED_CASES));

    final String label;
    final String counts;
    final String excludes;
    final List<Column> of;
    final List<Column> by;
    final Map<Source, String> conditions;
    private final ToDoubleFunction<Map<Column, Long>> value;

    Figure(String label, String counts, String excludes, Column... of) {
        this(label, counts, excludes, List.of(of), List.of(), null, null);
    }

    /** A share: the sum of some columns by the sum of others. */
    Figure(String label, String counts, String excludes, List<Column> of, List<Column> by) {
        this(label, counts, excludes, of, by, null, null);
    }

    Figure(String label, String counts, String excludes, String cards, ToDoubleFunction<Map<Column, Long>> value) {
        this(label, counts, excludes, List.of(), List.of(), Map.of(Source.CARDS, cards), value);
    }

    Figure(
            String label,
            String counts,
            String excludes,
            List<Column> of,
            List<Column> by,
            Map<Source, String> conditions,
            ToDoubleFunction<Map<Column, Long>> value) {
        this.label = label;
        this.counts = counts;
        this.excludes = excludes;
        this.of = of;
        this.by = by;
        this.conditions = conditions == null ? Conditions.any(of) : conditions;
        this.value = value;
    }

    boolean isShare() {
        return name().endsWith("_RATE");
    }

    /** Whether it counts from the first day on, whatever the span begins with. */
    boolean isEver() {
        return name().startsWith("EVER_");
    }

    /** {@code NaN} where there is nothing to divide by. */
    double of(Map<Column, Long> row) {
        if (value != null) return value.applyAsDouble(row);
        var sum = of.stream().mapToLong(row::get).sum();
        if (by.isEmpty()) return sum;
        var whole = by.stream().mapToLong(row::get).sum();
        return whole == 0 ? Double.NaN : sum / (double) whole;
    }

    /** The rows that any of some columns counts, by source. */
    static final class Conditions {

        static Map<Source, String> any(List<Column> columns) {
            var found = new EnumMap<Source, String>(Source.class);
            for (var column : columns)
                column.conditions.forEach(
                        (source, condition) -> found.merge(source, "(" + condition + ")", (a, b) -> a + " or " + b));
            return found;
        }

        private Conditions() {}
    }
}
