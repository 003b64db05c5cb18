package io.onevisit.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * {@code ./onevisit bench core}: what the platform costs, measured on a database of its own. a = race against bare
 * Camunda, b = alarms due in one minute, c = acquisition of due timers, d = clocks after a change of the calendar,
 * e = lists and figures among very many cases,
 * f = the search box among very many items.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(2);
            return;
        }
        var began = Instant.now();
        var report = new Report();
        try (var platform = Platform.start(options)) {
            report.say("数据库 %s（fsync %s），JVM %s，%d 个处理器"
                    .formatted(
                            platform.ask("show server_version"),
                            platform.ask("show fsync"),
                            Runtime.version(),
                            Runtime.getRuntime().availableProcessors()));
            measure(options, platform, report);
        }
        report.say("共 %d 秒".formatted(Duration.between(began, Instant.now()).toSeconds()));
        if (options.markdown() != null) {
            report.write(options.markdown());
        }
        System.exit(report.holds() ? 0 : 1);
    }

    private static void measure(Options options, Platform platform, Report report) throws Exception {
        if (options.has('a')) {
            Race.run(options, platform, report);
        }
        if (options.has('c')) {
            Acquisition.run(options, platform, report);
        }
        if (options.has('f')) {
            Finding.run(options, platform, report);
        }
        if (options.has('b') || options.has('d') || options.has('e')) {
            var models = Models.of(platform);
            if (options.has('b')) {
                DueAtOnce.run(options, platform, models, report);
            }
            if (options.has('d')) {
                Redating.run(options, platform, models, report);
            }
            if (options.has('e')) {
                Listings.run(options, platform, models, report);
            }
        }
    }
}
