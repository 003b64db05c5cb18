package io.onevisit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One scenario on its way: applied for, looked after, and at last compared with how it had to end. */
class Course {

    private static final Set<String> DONE = Set.of("出证办结", "办结");

    /** Waits for the applicant, and for officers only where an act says so. */
    private static final String COLLECT_FEE = "collectFee";

    private final String bundle;
    private final Scenario scenario;
    private final Filing filing;
    private final Staff staff;
    private final Person applicant;
    private final Wording wording;
    private final List<Scenario.Act> acts;
    private final List<Scenario.Objection> objections;
    private final Set<String> answered = new HashSet<>();
    private final List<String> surprises = new ArrayList<>();
    private final Instant began = Instant.now();
    private Instant ended;
    private String applicationNo;
    private JsonNode application = MissingNode.getInstance();
    private int days;

    Course(String bundle, Scenario scenario, Staff staff, SamplePaper papers, Wording wording) {
        this.bundle = bundle;
        this.scenario = scenario;
        this.staff = staff;
        this.applicant = staff.person(scenario.applicant());
        this.wording = wording;
        this.filing = new Filing(bundle, scenario, applicant, papers, wording);
        this.acts = new ArrayList<>(scenario.acts());
        this.objections = new ArrayList<>(scenario.objections());
    }

    void apply() {
        applicationNo = filing.apply();
        say("已提交 " + applicationNo);
    }

    /** Looks how things stand, hands in what is asked for again, pays what is due, and lets others agree to it and object to what is made public. */
    void look() {
        application = applicant.get("/api/applications/" + applicationNo);
        days = Math.max(days, application.path("limit").path("days").asInt());
        application.path("supplements").forEach(this::supply);
        application.path("agreements").forEach(this::agree);
        application.path("payments").forEach(this::pay);
        objections.removeIf(this::raised);
        var asExpected = state().equals(scenario.ends()) && wrong().isEmpty() && acts.isEmpty() && objections.isEmpty();
        if (ended == null && (!state().equals(Scenario.OPEN) || asExpected)) {
            ended = Instant.now();
            say("%s（%s）".formatted(application.path("stateLabel").asText(), results()));
        }
    }

    private void supply(JsonNode supplement) {
        var task = supplement.path("taskId").asText("");
        if (task.isEmpty() || supplement.path("taskId").isNull() || !answered.add(task)) {
            return;
        }
        say("补正：" + supplement.path("note").asText());
        var accepted = stream(application.path("materials"))
                .collect(Collectors.toMap(paper -> paper.path("key").asText(), paper -> paper.path("accept")
                        .asText("")));
        for (var item : supplement.path("items")) {
            var key = item.path("materialKey").asText("");
            if (!key.isEmpty()) {
                var address = "/api/applications/" + applicationNo + "/documents";
                filing.handIn(address, key, item.path("name").asText(), accepted.getOrDefault(key, ""));
            }
        }
        applicant.post("/api/applications/" + applicationNo + "/supplement", Map.of("taskId", task, "note", "已按要求补正。"));
    }

    /** Whoever else is asked answers: they agree, unless the scenario says that they don't. */
    private void agree(JsonNode standing) {
        var party = standing.path("party").asText();
        var username = scenario.parties().get(party);
        var id = standing.path("id").asText();
        if (!standing.path("waits").asBoolean() || username == null || !answered.add(id)) {
            return;
        }
        var agrees = !scenario.refuses().contains(party);
        var person = staff.person(username);
        person.post(
                "/api/agreements/" + id + "/answer", Map.of("agrees", agrees, "reason", agrees ? "" : "双方没有谈妥（示例）。"));
        say("%s%s".formatted(person.name(), agrees ? "同意" : "不同意"));
    }

    /** At the cashier of the demonstration, which takes no money. */
    private void pay(JsonNode order) {
        var no = order.path("no").asText();
        if (!order.path("cashier").isTextual()
                || scenario.unpaid()
                        .contains(filing.variable(order.path("itemName").asText()))
                || !answered.add(no)) {
            return;
        }
        applicant.post("/api/payment-orders/" + no + "/simulated-payment", Map.of());
        say("缴费（%s）%.2f 元"
                .formatted(order.path("itemName").asText(), order.path("cents").asLong() / 100.0));
    }

    /** Whether the item's public notice is there, and has been objected to. */
    private boolean raised(Scenario.Objection objection) {
        var notice = cases().stream()
                .filter(one -> filing.variable(one.path("itemName").asText()).equals(objection.item()))
                .map(one -> one.path("publicNotice"))
                .filter(JsonNode::isTextual)
                .findFirst();
        notice.ifPresent(no -> {
            var text = URLEncoder.encode(objection.text(), StandardCharsets.UTF_8);
            staff.person(objection.by())
                    .post("/api/public-notices/" + no.asText() + "/objections?text=" + text, Map.of());
            say("%s 对公示 %s 提出异议：%s".formatted(objection.by(), no.asText(), objection.text()));
        });
        return notice.isPresent();
    }

    boolean owns(JsonNode row) {
        return row.path("applicationNo").asText().equals(applicationNo);
    }

    /** Takes the first act that is left for this task and this officer. */
    Optional<Scenario.Act> act(JsonNode row, String officer) {
        return acts(row)
                .filter(act -> act.by() == null || act.by().equals(officer))
                .findFirst();
    }

    /** Whether the task is left to somebody else, or to nobody. */
    boolean leaves(JsonNode row) {
        return acts(row).findAny().isPresent()
                || row.path("key").asText().equals(COLLECT_FEE)
                || scenario.leave().contains(row.path("key").asText())
                || scenario.leave().contains(row.path("name").asText());
    }

    private Stream<Scenario.Act> acts(JsonNode row) {
        return acts.stream()
                .filter(act ->
                        act.isFor(row.path("key").asText(), row.path("name").asText(), variable(row)));
    }

    String variable(JsonNode row) {
        return filing.variable(row.path("itemName").asText());
    }

    void done(Scenario.Act act) {
        acts.remove(act);
    }

    Map<String, Object> answers(Scenario.Act act) {
        return wording.all(act.answers());
    }

    /** User names of who usually answers what nobody is named for. */
    List<String> usual() {
        var names = new ArrayList<>(List.of("clerk"));
        for (var department : filing.departments()) {
            var shortly = department.equals("human-resources") ? "hr" : department;
            names.addAll(List.of("approver." + shortly, "approver." + department + "2", "head." + department));
        }
        scenario.acts().stream()
                .map(Scenario.Act::by)
                .filter(by -> by != null && !names.contains(by))
                .forEach(names::add);
        return names;
    }

    boolean submitted() {
        return applicationNo != null;
    }

    boolean ended() {
        return ended != null;
    }

    void gaveUp(RuntimeException why) {
        surprises.add(String.valueOf(why.getMessage()));
        ended = Instant.now();
        say("✗ " + why.getMessage());
    }

    private String state() {
        return application.path("state").asText();
    }

    /** What did not go as it should; empty where all did. */
    List<String> faults() {
        var faults = new ArrayList<>(surprises);
        if (submitted() && !state().equals(scenario.ends())) {
            faults.add("应为 %s，现在是 %s".formatted(scenario.ends(), state()));
        }
        if (submitted()) {
            faults.addAll(wrong());
            objections.forEach(objection -> faults.add("没有等到事项 %s 的公示".formatted(objection.item())));
        }
        return faults;
    }

    private List<String> wrong() {
        var wrong = new ArrayList<String>();
        var expected = new LinkedHashMap<>(scenario.results());
        for (var one : cases()) {
            var name = one.path("itemName").asText();
            var should = expected.remove(filing.variable(name));
            var result = one.path("resultLabel").asText("");
            var state = one.path("stateLabel").asText();
            var right = should == null ? DONE.contains(result) : should.equals(result) || should.equals(state);
            if (!right) {
                wrong.add("〔%s〕应为%s，现在是%s".formatted(name, should == null ? "办结" : should, result(one)));
            }
        }
        expected.forEach((variable, result) -> wrong.add("没有办理事项 " + variable));
        return wrong;
    }

    /** Bundle, scenario, items, result, promised days, seconds, and whether all is as it should be. */
    List<String> row() {
        var faults = faults();
        return List.of(
                faults.isEmpty() ? "✓" : "✗",
                bundle,
                scenario.name(),
                String.valueOf(cases().size()),
                submitted() ? application.path("stateLabel").asText() + "：" + results() : "没有提交",
                String.valueOf(days),
                String.valueOf(Duration.between(began, ended == null ? Instant.now() : ended)
                        .toSeconds()),
                (faults.isEmpty() ? "如预期" : String.join("；", faults)) + unused());
    }

    /** Acts whose task never came: no fault, but the story was another one. */
    private String unused() {
        return acts.stream().map(act -> "（没有等到任务“%s”）".formatted(act.task())).collect(Collectors.joining());
    }

    private String results() {
        return cases().stream()
                .collect(Collectors.groupingBy(Course::result, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("、"));
    }

    private static String result(JsonNode one) {
        var result = one.path("resultLabel");
        return result.isNull() || result.asText("").isEmpty()
                ? one.path("stateLabel").asText()
                : result.asText();
    }

    private List<JsonNode> cases() {
        return stream(application.path("lanes"))
                .flatMap(lane -> stream(lane.path("cases")))
                .toList();
    }

    void say(String what) {
        Screen.say(applicant.name(), "〔%s〕%s".formatted(scenario.name(), what));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
