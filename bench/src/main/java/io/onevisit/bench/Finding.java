package io.onevisit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.ItemSheet;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Part f: the search box among as many items as a province has, near-duplicates among them (新办, 变更, 延续 … of one permit). */
final class Finding {

    private static final int ONE_BY_ONE = 300;
    private static final int A_SECOND = 100;
    private static final int SECONDS = 20;
    private static final double P95 = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final List<String> THINGS = List.of(
            "食品生产",
            "餐饮服务",
            "药品零售",
            "医疗器械经营",
            "特种设备使用",
            "道路旅客运输",
            "道路货物运输",
            "危险化学品经营",
            "烟花爆竹零售",
            "建筑施工企业资质",
            "房地产开发资质",
            "城市道路占用",
            "户外广告设置",
            "排水接管",
            "燃气经营",
            "供水设施改装",
            "水土保持方案",
            "取水",
            "河道管理范围内建设",
            "林木采伐",
            "野生动物驯养",
            "种子生产经营",
            "兽药经营",
            "动物诊疗机构",
            "渔业捕捞",
            "农药经营",
            "民办学校",
            "幼儿园举办",
            "教师资格",
            "社会团体",
            "民办非企业单位",
            "基金会",
            "殡葬设施",
            "养老机构",
            "医师执业",
            "护士执业",
            "母婴保健技术服务",
            "放射诊疗",
            "公共场所卫生",
            "饮用水卫生",
            "劳务派遣",
            "人力资源服务",
            "职业技能鉴定",
            "社会保险参保",
            "失业保险待遇",
            "工伤认定",
            "住房公积金",
            "不动产",
            "采矿权",
            "土地使用权",
            "建设用地规划",
            "建设工程规划",
            "人防工程",
            "消防设计审查",
            "电影放映",
            "互联网上网服务",
            "娱乐场所",
            "营业性演出",
            "旅行社",
            "文物保护单位修缮",
            "出版物零售",
            "印刷经营",
            "广播电视节目制作",
            "体育场馆");
    private static final List<String> ACTS =
            List.of("许可新办", "许可变更", "许可延续", "许可补发", "许可注销", "备案", "登记", "变更登记", "注销登记", "年度报告");
    private static final List<String> SCOPES = List.of("", "（市级权限）", "（县级权限）", "（自贸试验区）");

    /** As people ask: in their own words, by the name, by its spelling, by a part of it. */
    private static final List<String> ASKED = List.of(
            "娃刚出生要办啥",
            "想开个小餐馆",
            "开药店要什么证",
            "公司不干了要注销",
            "货车跑运输",
            "我想办幼儿园",
            "家里老人去世了",
            "退休了领养老金",
            "二手房过户",
            "工伤怎么认定",
            "砍自家的树",
            "搭个广告牌",
            "开网吧",
            "当护士要注册",
            "打井取水",
            "教师资格证",
            "食品生产许可延续",
            "特种设备使用登记",
            "民办学校变更登记",
            "jiaoshizige",
            "canyinfuwu",
            "xse",
            "不动产登记",
            "放射诊疗许可",
            "施工资质",
            "导游带团要办旅行社吗",
            "残疾人补贴",
            "残疾人证",
            "户口注销",
            "营业执照");

    private Finding() {}

    static void run(Options options, Platform platform, Report report) throws Exception {
        report.say("f %d 个事项中的搜索".formatted(options.items()));
        platform.bean(ItemSheet.class).load(sheet(options.items()), Catalogue.PROVINCE);
        try (var operator = new Web(platform, "operator")) {
            await(
                    operator,
                    state -> state.path("answers").asBoolean()
                            && state.path("waiting").asInt() == 0);
            rebuild(platform, operator, report);
            alone(operator, report);
            together(operator, report);
        }
        memory(report);
    }

    private static byte[] sheet(int most) {
        var lines = new StringBuilder("items:\n");
        for (var n = 0; n < most; n++) {
            var thing = THINGS.get(n % THINGS.size());
            var act = ACTS.get(n / THINGS.size() % ACTS.size());
            var scope = SCOPES.get(n / THINGS.size() / ACTS.size() % SCOPES.size());
            lines.append(
                    "  - {code: BM-%04d, name: '%s%s%s', department: market-regulation, itemType: '01', promised: 5, statutory: 20}%n"
                            .formatted(n, thing, act, scope));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void rebuild(Platform platform, Web operator, Report report) throws Exception {
        platform.sql()
                .sql("insert into search_rebuild (asked_by, reason, asked_at) values ('测量', '测量', now())")
                .update();
        var end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode run;
        do {
            Thread.sleep(500);
            run = operator.get("/api/search/index").path("rebuilds").path(0);
        } while (run.path("endedAt").isNull() && System.nanoTime() < end);
        var took = Duration.between(
                java.time.Instant.parse(run.path("startedAt").asText()),
                java.time.Instant.parse(run.path("endedAt").asText()));
        report.aim(
                "f",
                "重建索引",
                "%d 条，%.1f 秒".formatted(run.path("documents").asInt(), took.toMillis() / 1e3),
                "没有失败",
                run.path("failure").isNull());
    }

    private static void alone(Web operator, Report report) throws Exception {
        var took = new ArrayList<Double>();
        for (var i = 0; i < ONE_BY_ONE + ASKED.size(); i++) {
            var millis = ask(operator, ASKED.get(i % ASKED.size()) + (i < ASKED.size() ? "" : " " + i));
            if (i >= ASKED.size()) {
                took.add(millis);
            }
        }
        say(report, "逐个搜索", took);
    }

    /** So many a second whatever becomes of them: one that waits for its turn has waited. */
    private static void together(Web operator, Report report) throws Exception {
        var took = Collections.synchronizedList(new ArrayList<Double>());
        try (var people = new People()) {
            var began = System.nanoTime();
            for (var i = 0; i < A_SECOND * SECONDS; i++) {
                var number = i;
                people.pool.schedule(
                        () -> {
                            var due = began + number * 1_000_000_000L / A_SECOND;
                            ask(operator, ASKED.get(number % ASKED.size()));
                            return took.add((System.nanoTime() - due) / 1e6);
                        },
                        i * 1000L / A_SECOND,
                        TimeUnit.MILLISECONDS);
            }
            people.pool.shutdown();
            people.pool.awaitTermination(PATIENCE.toMinutes(), TimeUnit.MINUTES);
        }
        if (took.size() < A_SECOND * SECONDS) {
            report.note("每秒 %d 次时有 %d 次没有答复".formatted(A_SECOND, A_SECOND * SECONDS - took.size()));
        }
        say(report, "每秒 %d 次，共 %d 秒".formatted(A_SECOND, SECONDS), took);
    }

    private static double ask(Web operator, String q) throws Exception {
        var began = System.nanoTime();
        var answer =
                operator.get("/api/search?region=430100&size=10&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        if (answer.has("notice")) {
            throw new IllegalStateException("没有用上索引：" + answer.path("notice").asText());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static void say(Report report, String what, List<Double> took) {
        var sorted = took.stream().sorted().toList();
        var p50 = sorted.get(sorted.size() / 2);
        var p95 = sorted.get((int) (sorted.size() * 0.95));
        report.aim("f", what, "p50 %.0f、p95 %.0f 毫秒".formatted(p50, p95), "p95 < 200 毫秒", p95 < P95);
    }

    private static void memory(Report report) throws IOException {
        for (var child : ProcessHandle.current().children().toList()) {
            var status = Path.of("/proc/" + child.pid() + "/status");
            var command = Path.of("/proc/" + child.pid() + "/cmdline");
            if (Files.exists(status) && Files.readString(command).contains("SearchNode")) {
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .forEach(line -> report.figure(
                                "f", "检索节点内存", "%d MB".formatted(Long.parseLong(line.replaceAll("\\D", "")) / 1024)));
            }
        }
    }

    private static void await(Web operator, java.util.function.Predicate<JsonNode> condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(operator.get("/api/search/index").path("state"))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("检索索引没有在 %d 分钟内就绪".formatted(PATIENCE.toMinutes()));
            }
            Thread.sleep(500);
        }
    }

    /** Enough of them that nobody waits for somebody else's turn. */
    private static final class People implements AutoCloseable {
        private final java.util.concurrent.ScheduledExecutorService pool = Executors.newScheduledThreadPool(64);

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
