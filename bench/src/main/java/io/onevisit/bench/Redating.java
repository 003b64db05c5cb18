package io.onevisit.bench;

import io.onevisit.deadlines.CalendarDesk;
import java.time.LocalDate;
import java.util.Locale;

/** Part d: clocks that reach into next year, counted anew when the plan of that year is published. */
final class Redating {

    private static final String NUMBER = "'43010220261102' || lpad(n::text, 7, '0') || '0'";
    private static final String CALENDAR = "430000";

    private Redating() {}

    static void run(Options options, Platform platform, Models models, Report report) {
        report.say("d 公布下一年放假安排，%d 个时限重算".formatted(options.clocks()));
        var year = LocalDate.now().getYear();
        for (var table : new String[] {"case_file", "clock", "clock_entry"}) {
            var copies = Copies.of(platform.sql(), table)
                    .where("t.case_no = '%s'".formatted(models.openCase())
                            + (table.equals("case_file") ? "" : " and t.kind = 'CASE'"))
                    .each(1, options.clocks())
                    .with("case_no", NUMBER)
                    .with("month", "date '2026-11-01'");
            switch (table) {
                case "clock" ->
                    copies.with("started_at", "timestamptz '%d-12-30T02:00:00Z'".formatted(year))
                            .with("yellow_at", "timestamptz '%d-01-14T02:00:00Z'".formatted(year + 1))
                            .with("red_at", "timestamptz '%d-01-28T02:00:00Z'".formatted(year + 1))
                            .with("provisional", "true")
                            .with("raised", "3::smallint");
                case "clock_entry" -> copies.with("at", "timestamptz '%d-12-30T02:00:00Z'".formatted(year));
                default -> {}
            }
            copies.insert();
        }
        platform.sql().sql("analyze clock, clock_entry, case_file").update();
        var began = System.nanoTime();
        var counted = new CalendarDesk(platform.context()).publishNextYear(CALENDAR);
        var seconds = (System.nanoTime() - began) / 1e9;
        report.aim(
                "d", "重算的时限", "%d 个（应为 %d 个）".formatted(counted, options.clocks()), "全部", counted >= options.clocks());
        report.figure("d", "速度", String.format(Locale.ROOT, "%.1f 秒，每秒 %.0f 个", seconds, counted / seconds));
    }
}
