package io.onevisit.demo;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Three families go through 新生儿出生一件事 over the public API while you watch: one straight through, one with a wrong scan,
 * one that a department refuses. Ends with 0 only if all ended as they should.
 */
public final class Demo {

    private static final String PASSWORD = "onevisit";
    private static final List<Family> FAMILIES = List.of(
            new Family("chen.jing", "材料一次交齐，证明的扫描件由机器识别", true, false, "", "CLOSED"),
            new Family("li.na", "证明的照片拿错了，补正一次后通过", true, true, "", "CLOSED"),
            new Family("zhao.min", "还没有领取证明，由医院签发；生育津贴不予支付", false, false, Family.DENIED_ITEM, "PARTLY_CLOSED"));
    private static final List<String> OFFICERS =
            List.of("clerk", "approver.health", "approver.insurance", "approver.police", "approver.hr", "approver.tax");

    private Demo() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(Settings.platform(), args) ? 0 : 1);
    }

    private static boolean families(URI platform) {
        var scans = new BirthCertificateScan();
        var chance = new Random();
        var stories = FAMILIES.stream()
                .map(family -> new Story(family, Person.signedIn(platform, family.username(), PASSWORD), scans, chance))
                .toList();
        var officers = OFFICERS.stream()
                .map(name -> Person.signedIn(platform, name, PASSWORD))
                .toList();
        stories.forEach(Demo::apply);
        follow(stories, new Office(officers, stories));
        stories.forEach(Demo::tell);
        return summary(stories);
    }

    /** @param args nothing for the families; {@code --all} for {@link EveryBundle}, with keys of bundles where not all */
    static boolean run(URI platform, String... args) {
        try {
            var bundles = new ArrayList<>(List.of(args));
            return bundles.remove("--all") ? EveryBundle.run(platform, bundles) : families(platform);
        } catch (UncheckedIOException unreachable) {
            Screen.line(
                    "✗ 连接不上 %s（%s）。".formatted(platform, unreachable.getCause().getMessage()));
            Screen.line("  → 先在另一个窗口运行：./onevisit up");
        } catch (Person.Declined | IllegalStateException problem) {
            Screen.line("✗ " + problem.getMessage());
        }
        return false;
    }

    private static void apply(Story story) {
        try {
            story.apply();
        } catch (Person.Declined e) {
            story.gaveUp(e);
        }
    }

    private static void follow(List<Story> stories, Office office) {
        var latest = Instant.now().plus(Settings.demoPatience());
        var going = stories.stream().filter(Story::submitted).toList();
        while (Instant.now().isBefore(latest) && !going.stream().allMatch(Story::ended)) {
            going.forEach(Story::look);
            try {
                office.work();
            } catch (Person.Declined e) {
                Screen.say("工作人员", e.getMessage()); // the task has changed meanwhile: the next round sees how
            }
            pause(Duration.ofMillis(800));
        }
        going.forEach(Story::look);
    }

    private static void tell(Story story) {
        Screen.line("");
        Screen.line("── %s　申报 %s".formatted(story.name(), story.applicationNo()));
        story.timeline("").forEach(Screen::event);
        for (var one : story.cases()) {
            Screen.line("   办件 %s　%s"
                    .formatted(one.path("caseNo").asText(), one.path("itemName").asText()));
            story.timeline(one.path("caseNo").asText()).forEach(Screen::event);
        }
    }

    private static boolean summary(List<Story> stories) {
        var rows = stories.stream()
                .flatMap(story -> story.cases().stream().map(one -> {
                    var license = one.path("license").path("typeName").asText("");
                    return List.of(
                            story.name(),
                            one.path("caseNo").asText(),
                            Screen.shortened(one.path("itemName").asText(), 40),
                            one.path("stateLabel").asText(),
                            one.path("resultLabel").asText("").replace("null", ""),
                            license.equals("null") ? "" : license);
                }))
                .toList();
        Screen.line("");
        Screen.table(List.of("申请人", "办件编号", "事项", "状态", "结果", "证照"), rows);
        Screen.line("");
        var ends = new ArrayList<List<String>>();
        for (var story : stories) {
            var faults = story.faults();
            ends.add(List.of(
                    faults.isEmpty() ? "✓" : "✗",
                    story.name(),
                    story.applicationNo(),
                    story.application().path("stateLabel").asText("未提交"),
                    faults.isEmpty() ? "如预期" : String.join("；", faults)));
        }
        Screen.table(List.of("", "申请人", "申报编号", "申报状态", "是否如预期"), ends);
        return stories.stream().allMatch(story -> story.faults().isEmpty());
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
