package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One family on its way through the bundle: tells what happens, answers what is asked, and knows how it should end. */
class Story {

    private final Family family;
    private final Person mother;
    private final Applying applying;
    private final Set<String> told = new HashSet<>();
    private final Set<String> answered = new LinkedHashSet<>();
    private final List<String> surprises = new ArrayList<>();
    private String applicationNo;
    private JsonNode application = MissingNode.getInstance();
    private int reviews;
    private boolean mismatchShown;

    Story(Family family, Person mother, BirthCertificateScan scans, RandomGenerator chance) {
        this.family = family;
        this.mother = mother;
        this.applying = new Applying(family, mother, scans, chance);
    }

    void apply() {
        say("申报开始：" + family.story());
        applicationNo = applying.apply();
    }

    /** Looks how things stand, tells what is new, and answers what is asked. */
    void look() {
        application = mother.get("/api/applications/" + applicationNo);
        var fresh = stream(application.path("timeline"))
                .filter(event -> told.add(event.path("at").asText()
                        + event.path("caseNo").asText()
                        + event.path("what").asText()))
                .collect(Collectors.groupingBy(
                        event -> event.path("who").asText() + "　"
                                + event.path("what").asText(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        fresh.forEach(this::tell);
        application.path("supplements").forEach(this::answer);
    }

    /** What happens to many cases at once takes one line. */
    private void tell(String what, List<JsonNode> events) {
        if (events.size() > 2) {
            say("〔%d 个事项〕%s".formatted(events.size(), what));
            return;
        }
        for (var event : events) {
            var item = event.path("itemName").asText("");
            say("%s%s　%s"
                    .formatted(
                            item.isEmpty() || item.equals("null") ? "" : "〔" + item + "〕",
                            event.path("who").asText(),
                            Screen.sentence(event)));
        }
    }

    private void answer(JsonNode supplement) {
        var task = supplement.path("taskId").asText("");
        if (task.isEmpty() || task.equals("null") || !answered.add(task)) {
            return;
        }
        say("收到补正通知：" + supplement.path("note").asText());
        if (!family.firstScanWrong()) {
            surprises.add("被要求补正：" + supplement.path("note").asText());
        }
        if (family.certificateHeld()) {
            applying.handInAgain("/api/applications/" + applicationNo + "/documents");
        }
        mother.post("/api/applications/" + applicationNo + "/supplement", Map.of("taskId", task));
    }

    /** The clerk's answer to this family's materials, from the evidence on the screen. */
    Map<String, Object> reviewed(JsonNode page) {
        reviews++;
        var differing = stream(page.path("materials"))
                .flatMap(material -> stream(material.path("comparison")))
                .filter(result -> !result.path("verdict").asText().equals("MATCH"))
                .toList();
        for (var result : differing) {
            Screen.say(
                    "综窗",
                    "〔%s〕%s：材料上是 %s，应为 %s（%s），可信度 %.2f"
                            .formatted(
                                    mother.name(),
                                    result.path("label").asText(),
                                    result.path("read").asText("读不出"),
                                    result.path("expected").asText(),
                                    result.path("source").asText(),
                                    result.path("confidence").asDouble()));
        }
        if (!family.firstScanWrong() || reviews > 1) {
            surprises.add(differing.isEmpty() ? "材料一致却要求人工审查" : "正确的材料被识别为不一致");
            return Map.of("outcome", "accept", "opinion", "已人工核对原件");
        }
        mismatchShown = differing.stream()
                .anyMatch(result -> result.path("field").asText().equals("motherIdNo")
                        && result.path("verdict").asText().equals("MISMATCH"));
        var fields = differing.stream()
                .map(result -> "“" + result.path("label").asText() + "”")
                .collect(Collectors.joining("、"));
        var opinion = "上传的出生医学证明上%s与申报信息或电子证照不一致，请核对后上传本次新生儿的出生医学证明，其他材料无需再交。".formatted(fields);
        return Map.of("outcome", "supplement", "opinion", opinion, "materials", List.of(Applying.CERTIFICATE));
    }

    boolean denies(JsonNode row) {
        return !family.denied().isEmpty() && row.path("itemName").asText().contains("生育津贴");
    }

    boolean owns(JsonNode row) {
        return row.path("applicationNo").asText().equals(applicationNo);
    }

    boolean ended() {
        return !application.isMissingNode()
                && !application.path("state").asText().equals("IN_PROGRESS");
    }

    /** What did not go as it should; empty where all did. */
    List<String> faults() {
        var faults = new ArrayList<>(surprises);
        if (!application.path("state").asText().equals(family.ends())) {
            faults.add("应以 %s 结束，现在是 %s"
                    .formatted(family.ends(), application.path("stateLabel").asText("未提交")));
        }
        if (family.firstScanWrong() && (!mismatchShown || answered.size() != 1)) {
            faults.add("错误的扫描件应被看出并补正一次");
        }
        for (var one : cases()) {
            var refused = one.path("state").asText().equals("DENIED")
                    || one.path("resultLabel").asText().equals("不予许可");
            var should =
                    !family.denied().isEmpty() && one.path("itemName").asText().contains("生育津贴");
            if (refused != should) {
                faults.add("〔%s〕%s".formatted(one.path("itemName").asText(), refused ? "不应被拒绝" : "应被拒绝"));
            }
            if (!refused
                    && !Set.of("出证办结", "办结").contains(one.path("resultLabel").asText())) {
                faults.add("〔%s〕没有办结：%s"
                        .formatted(
                                one.path("itemName").asText(),
                                one.path("stateLabel").asText()));
            }
        }
        return faults;
    }

    List<JsonNode> cases() {
        return stream(application.path("lanes"))
                .flatMap(lane -> stream(lane.path("cases")))
                .toList();
    }

    /** @param caseNo empty for what concerns the application as a whole */
    List<JsonNode> timeline(String caseNo) {
        return stream(application.path("timeline"))
                .filter(event ->
                        event.path("caseNo").asText("").replace("null", "").equals(caseNo))
                .toList();
    }

    JsonNode application() {
        return application;
    }

    String name() {
        return mother.name();
    }

    String applicationNo() {
        return applicationNo == null ? "—" : applicationNo;
    }

    void gaveUp(RuntimeException why) {
        surprises.add(String.valueOf(why.getMessage()));
        say("✗ " + why.getMessage());
    }

    boolean submitted() {
        return applicationNo != null;
    }

    private void say(String what) {
        Screen.say(mother.name(), what);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
