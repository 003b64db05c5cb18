package io.onevisit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Part a: the platform and bare Camunda handle the same case, in turns, on one database server and one JVM. */
final class Race {

    private Race() {}

    static void run(Options options, Platform platform, Report report) throws Exception {
        report.say("a 赛跑：两边轮流各跑 %d 轮，每轮 %d 件，预热各 %d 件".formatted(options.rounds(), options.race(), options.warm()));
        // one applicant a case: who holds the license already is not issued another
        var total = options.warm() + (options.rounds() + (options.statements() ? 1 : 0)) * options.race();
        try (var bare = new Bare(platform)) {
            var ours = new Ours(platform, total);
            Round.of(ours, platform, options.warm());
            Round.of(bare, platform, options.warm());
            var mine = new ArrayList<Round>();
            var theirs = new ArrayList<Round>();
            for (var round = 0; round < options.rounds(); round++) {
                mine.add(told(report, ours, Round.of(ours, platform, options.race())));
                theirs.add(told(report, bare, Round.of(bare, platform, options.race())));
            }
            table(report, mine, theirs);
            if (options.statements()) {
                new Statements(platform).tell(options.race(), report, () -> Round.of(ours, platform, options.race()));
            }
        }
    }

    private static Round told(Report report, Side side, Round round) {
        report.say(String.format(
                Locale.ROOT,
                "    %s：%.1f 件/秒，CPU 毫秒/件 JVM %.1f、PostgreSQL %.1f",
                side.name(),
                round.rate(),
                round.jvm(),
                round.postgres()));
        return round;
    }

    private static void table(Report report, List<Round> mine, List<Round> theirs) {
        var ratio = median(mine, Round::rate) / median(theirs, Round::rate);
        both(report, "办件从立案到办结，件/秒", mine, theirs, Round::rate);
        report.aim("a", "与 Camunda 默认之比（中位数）", "%.2f".formatted(ratio), "≥ 1.00", ratio >= 1.0);
        both(report, "CPU 毫秒/件，JVM", mine, theirs, Round::jvm);
        both(report, "CPU 毫秒/件，PostgreSQL", mine, theirs, Round::postgres);
        both(report, "提交/件", mine, theirs, Round::commits);
        both(report, "WAL KB/件", mine, theirs, Round::walKb);
        both(report, "重试（并发冲突）/件", mine, theirs, Round::lost);
    }

    private static void both(
            Report report, String what, List<Round> mine, List<Round> theirs, ToDoubleFunction<Round> figure) {
        report.figure("a", what, "本平台 %.1f，Camunda 默认 %.1f".formatted(median(mine, figure), median(theirs, figure)));
    }

    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
