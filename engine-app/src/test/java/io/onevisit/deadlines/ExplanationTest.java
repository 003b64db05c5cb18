package io.onevisit.deadlines;

import static io.onevisit.deadlines.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.catalogue.CountingRule;
import io.onevisit.catalogue.LimitUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences people read under 为什么是这一天. */
class ExplanationTest {

    @Test
    void aLimitAcrossSpringFestivalNamesEveryRunOfDays() {
        var explanation = explain(Samples.aCase("2026-02-12T10:00", 7, 10));

        assertThat(explanation.start()).isEqualTo("按“自受理当时起算、计到秒”的规则，从 2026年2月12日（周四）10:00 开始计时，时限 7 个工作日。");
        assertThat(texts(explanation))
                .containsExactly(
                        "2月12日（周四）计 7 小时，累计 7 小时。",
                        "2月13日（周五）计 1 个工作日，累计 1 个工作日又 7 小时。",
                        "2月14日（周六）调休上班，计 1 个工作日，累计 2 个工作日又 7 小时。",
                        "2月15日（周日）至 2月23日（周一）春节放假，不计。",
                        "2月24日（周二）至 2月27日（周五）计 4 个工作日，累计 6 个工作日又 7 小时。",
                        "2月28日（周六）调休上班，计 1 小时，累计 7 个工作日。");
        assertThat(explanation.end()).isEqualTo("累计满 7 个工作日，于 2026年2月28日（周六）10:00 到期；超过 1 秒即算超期。");
    }

    @Test
    void whatInterruptsTheClockIsNamedWithItsReason() {
        var ledger = Samples.aCase("2026-03-12T10:00", 5, 10)
                .with(Samples.specialProcedure("2026-03-13T13:00", 3))
                .with(Samples.entry(Ledger.Act.SPECIAL_PROCEDURE_ENDED, "2026-03-17T09:00"))
                .with(Samples.extension("2026-03-18T09:00", 2));

        assertThat(texts(explain(ledger)))
                .containsExactly(
                        "3月12日（周四）计 7 小时，累计 7 小时。",
                        "3月13日（周五）计 4 小时，其余时间因特别程序（专家评审）不计，累计 1 个工作日又 3 小时。",
                        "3月14日（周六）至 3月15日（周日）是周末，不计。",
                        "3月16日（周一）特别程序（专家评审），不计入时限。",
                        "3月17日（周二）计 1 个工作日，累计 2 个工作日又 3 小时。",
                        "3月18日（周三）经批准延长 2 个工作日（行政许可法第四十二条）。",
                        "3月18日（周三）至 3月20日（周五）计 3 个工作日，累计 5 个工作日又 3 小时。",
                        "3月21日（周六）至 3月22日（周日）是周末，不计。",
                        "3月23日（周一）计 1 个工作日，累计 6 个工作日又 3 小时。",
                        "3月24日（周二）计 5 小时，累计 7 个工作日。");
    }

    @Test
    void aStoppedClockSaysThatNobodyKnowsYet() {
        var ledger = Samples.aCase("2026-03-12T10:00", 5, 10)
                .with(new Ledger.Entry(Ledger.Act.STOPPED, at("2026-03-13T09:00"), 0, "补正", "示例"));
        var explanation = Wording.explain(ledger, Samples.PROVINCE, Samples.reckon(ledger), at("2026-03-16T12:00"));

        assertThat(explanation.end()).isEqualTo("计时已经停止，恢复计时后才能确定到期时间。");
        assertThat(texts(explanation)).endsWith("3月16日（周一）停止计时（补正），不计入时限。");
    }

    @Test
    void theNextWorkdayRuleDoesNotCountTheDayItself() {
        var explanation =
                explain(Samples.aCase("2026-03-13T10:00", 2, 3, LimitUnit.WORKING_DAY, CountingRule.NEXT_WORKDAY));

        assertThat(explanation.start()).contains("自受理次日起算", "从 2026年3月16日（周一）09:00 开始计时");
        assertThat(texts(explanation))
                .containsExactly(
                        "3月13日（周五）已过计时时间，不计，自下一次计时开始起算。",
                        "3月14日（周六）至 3月15日（周日）是周末，不计。",
                        "3月16日（周一）至 3月17日（周二）计 2 个工作日，累计 2 个工作日。");
    }

    @Test
    void calendarDaysAndHoursAreCountedInTheirOwnUnit() {
        var days = explain(Samples.aCase("2026-03-13T10:00", 2, 3, LimitUnit.CALENDAR_DAY, CountingRule.EXACT_TIME));
        assertThat(texts(days))
                .containsExactly(
                        "3月13日（周五）计 14 小时，累计 14 小时。",
                        "3月14日（周六）计 1 个自然日，累计 1 个自然日又 14 小时。",
                        "3月15日（周日）计 10 小时，累计 2 个自然日。");

        var hours = explain(Samples.aCase("2026-03-13T15:00", 4, 8, LimitUnit.HOUR, CountingRule.EXACT_TIME));
        assertThat(texts(hours))
                .containsExactly("3月13日（周五）计 2 小时，累计 2 小时。", "3月14日（周六）至 3月15日（周日）是周末，不计。", "3月16日（周一）计 2 小时，累计 4 小时。");
    }

    @Test
    void aYearWithoutAPublishedPlanIsSaidToBeProvisional() {
        assertThat(explain(Samples.aCase("2026-12-28T10:00", 7, 10)).end()).contains("尚未公布", "自动重新计算");
    }

    @Test
    void theRunsAddUpToTheLimit() {
        var explanation = explain(Samples.aCase("2026-04-28T14:37", 20, 30));

        assertThat(explanation.runs().stream()
                        .mapToLong(Explanation.Run::seconds)
                        .sum())
                .isEqualTo(20 * 8 * 3600);
    }

    private static Explanation explain(Ledger ledger) {
        return Wording.explain(ledger, Samples.PROVINCE, Samples.reckon(ledger), ledger.startedAt());
    }

    private static List<String> texts(Explanation explanation) {
        return explanation.runs().stream().map(Explanation.Run::text).toList();
    }
}
