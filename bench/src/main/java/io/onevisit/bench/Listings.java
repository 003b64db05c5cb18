package io.onevisit.bench;

import io.onevisit.supervision.RollUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Part e: what officers and supervisors read, among very many cases, over the addresses their screens read from. */
final class Listings {

    private static final int TIMES = 30;
    private static final double LIST = 200;
    private static final double MONTH = 1_000;

    private Listings() {}

    static void run(Options options, Platform platform, Models models, Report report) throws Exception {
        report.say("e %d 个办件中的列表和统计".formatted(options.cases()));
        var began = System.nanoTime();
        Volume.make(platform, models, options.cases());
        report.figure(
                "e",
                "生成 %d 个办件".formatted(options.cases()),
                "%d 秒".formatted((System.nanoTime() - began) / 1_000_000_000));
        began = System.nanoTime();
        platform.bean(RollUp.class).rebuild();
        report.figure("e", "从零汇总统计", "%d 秒".formatted((System.nanoTime() - began) / 1_000_000_000));
        officers(platform);
        var plans = new Plans(platform);
        try (var city = new Web(platform, "approver.health");
                var province = new Web(platform, "bench.province")) {
            for (var officer : Map.of("长沙市一个部门", city, "全省一个部门", province).entrySet()) {
                for (var address : WORKLIST.entrySet()) {
                    measure(
                            platform,
                            plans,
                            report,
                            officer.getValue(),
                            officer.getKey() + "的待办：" + address.getKey(),
                            address.getValue(),
                            LIST);
                }
            }
        }
        try (var supervisor = new Web(platform, "supervisor")) {
            for (var address : COCKPIT.entrySet()) {
                measure(platform, plans, report, supervisor, "全省：" + address.getKey(), address.getValue(), MONTH);
            }
        }
        report.aim(
                "e",
                "整表扫描",
                plans.offenders().isEmpty() ? "没有" : plans.offenders().size() + " 处",
                "没有",
                plans.offenders().isEmpty());
        plans.offenders().forEach(report::note);
    }

    private static final Map<String, List<String>> WORKLIST = ordered(
            "首页", List.of("/api/tasks?view=group&size=20"),
            "第 10 页", List.of("/api/tasks?view=group&size=20&page=9"),
            "黄灯", List.of("/api/tasks?view=group&size=20&light=YELLOW"),
            "按文字查找", List.of("/api/tasks?view=group&size=20&q=%E5%8E%8B%E5%8A%9B"));

    private static final Map<String, List<String>> COCKPIT = ordered(
            "首页数字", List.of("/api/cockpit/summary"),
            "办件列表", List.of("/api/cockpit/cases?size=50"),
            "黄灯办件", List.of("/api/cockpit/cases?size=50&light=YELLOW"),
            "红灯办件", List.of("/api/cockpit/cases?size=50&light=RED"),
            "已办结办件", List.of("/api/cockpit/cases?size=50&state=ENDED"),
            "一个部门的办件", List.of("/api/cockpit/cases?size=50&department=health"),
            "监察牌", List.of("/api/cards?size=50"),
            "本月统计（按地区）", List.of("/api/supervision/statistics?by=REGION&period=MONTH"),
            "本月统计（按事项）", List.of("/api/supervision/statistics?by=ITEM&period=MONTH"),
            "本年统计（按部门）", List.of("/api/supervision/statistics?by=DEPARTMENT&period=YEAR"),
            "受理数背后的清单", List.of("/api/supervision/statistics/ACCEPTED/list?size=50"));

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (List<String>) pairs[i + 1]);
        }
        return map;
    }

    /** An officer of the province's department, who sees every county's tasks: the longest list there is. */
    private static void officers(Platform platform) {
        Copies.of(platform.sql(), "account")
                .where("t.username = 'approver.health'")
                .with("username", "'bench.province'")
                .with("region", "'430000'")
                .insert();
    }

    private static void measure(
            Platform platform, Plans plans, Report report, Web who, String what, List<String> addresses, double aim)
            throws Exception {
        var millis = new ArrayList<Double>();
        for (var address : addresses) {
            plans.check(what, platform.queries().filled(() -> who.get(address)));
            for (var i = 0; i < TIMES; i++) {
                var began = System.nanoTime();
                who.get(address);
                millis.add((System.nanoTime() - began) / 1e6);
            }
        }
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var p95 = sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
        report.aim(
                "e",
                what,
                String.format(Locale.ROOT, "p50 %.0f、p95 %.0f 毫秒", sorted[sorted.length / 2], p95),
                "p95 < %.0f 毫秒".formatted(aim),
                p95 < aim);
    }
}
