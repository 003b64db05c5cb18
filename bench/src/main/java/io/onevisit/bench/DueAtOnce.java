package io.onevisit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.supervision.LightsDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * Part b: so many cases reach their promised limit in the same minute. Their lights must be right at once wherever they
 * are shown, before any card exists; then every card is raised, none twice, by two sweeps at once and, for some of the
 * cases, by their own process's timer as well.
 */
final class DueAtOnce {

    /** Days of November 2026 that no other part uses. */
    private static final String NUMBER = "'43010220261101' || lpad(n::text, 7, '0') || '0'";

    /** Cases that have a whole waiting process beside them. */
    private static final int WITH_PROCESS = 2_000;

    private DueAtOnce() {}

    static void run(Options options, Platform platform, Models models, Report report) throws Exception {
        var alarms = options.alarms();
        report.say("b %d 个办件在同一分钟到承诺时限".formatted(alarms));
        var due = Instant.now().plusSeconds(Math.max(20, alarms / 2_500));
        cases(platform, models, alarms, due);
        var processes = Processes.copy(platform, models, Math.min(WITH_PROCESS, alarms / 4), NUMBER, due);
        try (var supervisor = new Web(platform, "supervisor")) {
            var before = yellow(supervisor);
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()) + 1_100);
            var noticed = Instant.now();
            var shown = yellow(supervisor) - before;
            var lag = Duration.between(due, noticed).toMillis();
            report.aim(
                    "b",
                    "到时后驾驶舱显示的黄灯（尚未发一张牌）",
                    "%d / %d，到时后 %d 毫秒查询".formatted(shown, alarms, lag),
                    "全部",
                    shown == alarms);
            var cards =
                    supervisor.get("/api/cockpit/cases?light=YELLOW&size=20").path("items");
            report.aim("b", "办件列表按黄灯筛选", "%d 行，全部为黄灯".formatted(cards.size()), "全部", allYellow(cards));
        }
        raise(platform, alarms, processes, report);
    }

    private static void cases(Platform platform, Models models, int alarms, Instant due) {
        var sql = platform.sql();
        var at = "timestamptz '" + due + "'";
        Copies.of(sql, "case_file")
                .where("t.case_no = '" + models.openCase() + "'")
                .each(1, alarms)
                .with("case_no", NUMBER)
                .with("month", "date '2026-11-01'")
                .with("blue_at", at + " - interval '3 days'")
                .with("yellow_at", at)
                .with("red_at", at + " + interval '10 days'")
                .insert();
        Copies.of(sql, "clock")
                .where("t.case_no = '" + models.openCase() + "' and t.kind = 'CASE'")
                .each(1, alarms)
                .with("case_no", NUMBER)
                .with("month", "date '2026-11-01'")
                .with("blue_at", at + " - interval '3 days'")
                .with("yellow_at", at)
                .with("red_at", at + " + interval '10 days'")
                .with("raised", "1::smallint")
                .insert();
        sql.sql("analyze clock, case_file").update();
    }

    private static long yellow(Web supervisor) throws Exception {
        return supervisor.get("/api/cockpit/summary").at("/lights/yellow").asLong();
    }

    private static boolean allYellow(JsonNode rows) {
        for (var row : rows) {
            if (!row.path("light").asText().equals("YELLOW")) {
                return false;
            }
        }
        return !rows.isEmpty();
    }

    private static void raise(Platform platform, int alarms, int processes, Report report) throws Exception {
        var desk = new LightsDesk(platform.context());
        var began = System.nanoTime();
        platform.jobs().start();
        var sweeps = Executors.newFixedThreadPool(2);
        try {
            var first = sweeps.submit(desk::sweep);
            var second = sweeps.submit(desk::sweep);
            first.get();
            second.get();
        } finally {
            sweeps.shutdown();
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var counted = platform.sql()
                .sql(
                        """
                        select count(*) as cards, count(distinct case_no) as cases,
                            count(*) filter (where raised_at <= due_at) as early
                        from card where light = 'YELLOW' and case_no like '43010220261101%'""")
                .query()
                .singleRow();
        var cards = (Long) counted.get("cards");
        report.aim(
                "b",
                "黄牌",
                "%d 张，%d 个办件，提前 %s 张".formatted(cards, counted.get("cases"), counted.get("early")),
                "每件一张",
                cards == alarms
                        && cards.equals(counted.get("cases"))
                        && counted.get("early").equals(0L));
        report.aim(
                "b",
                "发牌速度",
                String.format(Locale.ROOT, "%.0f 张/秒，共 %.1f 秒", cards / seconds, seconds),
                "60 秒内",
                seconds < 60);
        Processes.drain(platform, processes, report);
        platform.jobs().shutdown();
    }
}
