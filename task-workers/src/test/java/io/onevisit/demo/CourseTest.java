package io.onevisit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onevisit.workers.Neighbour;
import io.onevisit.workers.Neighbour.Answer;
import io.onevisit.workers.Neighbour.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scenario against a platform that has one bundle of two items and says what the test lets it say. */
class CourseTest {

    private static final Pattern COMPLETION = Pattern.compile("/api/tasks/([^/]+)/completion");
    private static final String FORM =
            """
            {"form": {"components": [{"type": "group", "components": [
              {"key": "outcome", "type": "radio", "validate": {"required": true}, "values": [{"value": "grant"}]},
              {"key": "opinion", "type": "textarea"}]}]}}""";
    private static final String APPLICATION = "/api/applications/A1";

    /** What the platform answers to a GET, where it is not the usual. */
    private final Map<String, String> said = new ConcurrentHashMap<>();

    private Neighbour platform;
    private Staff staff;

    @BeforeEach
    void open() throws IOException {
        platform = new Neighbour(this::answer);
        staff = new Staff(URI.create(platform.url()));
        said.put(
                "/api/bundles/moving",
                """
                {"items": [{"name": "销户", "variable": "closing", "department": "police"},
                           {"name": "开户", "variable": "opening", "department": "police"}]}""");
        said.put(
                "/api/drafts/D1/form",
                """
                {"pages": [{"fields": [{"key": "way", "label": "方式", "required": true, "value": null,
                                        "options": [{"value": "post", "label": "邮寄"}]}]}],
                 "materials": [{"key": "deed", "name": "产权证", "required": true, "status": "NEEDED", "accept": "image/png"},
                               {"key": "id", "name": "身份证", "required": true, "status": "EXEMPTED", "license": {"type": "resident-id"}}]}""");
        said.put("/api/tasks", "{\"items\": []}");
        said.put("/api/tasks/T1", FORM);
        said.put("/api/tasks/T2", FORM);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void whatTheScenarioLeavesOutIsAskedOfThePlatform() {
        applied("{}");

        assertThat(body("PUT /api/drafts/D1")).contains("\"way\":\"post\"").contains("[\"closing\"]");
        assertThat(body("POST /api/drafts/D1/documents")).contains("deed", "产权证.png");
        assertThat(body("POST /api/drafts/D1/submission")).contains("[\"resident-id\"]");
    }

    @Test
    void aTaskIsDoneByWhoTheActNamesAndAnyOtherAsUsual() {
        var course = applied(
                "{acts: [{task: 部门审查决定, item: closing, by: approver.police2, answers: {outcome: deny, opinion: 有欠费}}]}");
        said.put(
                "/api/tasks",
                """
                {"items": [{"applicationNo": "A1", "id": "T1", "key": "departmentReview", "name": "部门审查决定", "itemName": "销户"},
                           {"applicationNo": "A1", "id": "T2", "key": "departmentReview", "name": "部门审查决定", "itemName": "开户"},
                           {"applicationNo": "A2", "id": "T3", "key": "departmentReview", "name": "部门审查决定", "itemName": "开户"}]}""");

        new TaskHands(staff, List.of(course)).work();

        assertThat(body("POST /api/tasks/T1/completion")).contains("\"deny\"", "有欠费");
        assertThat(body("POST /api/tasks/T2/completion")).contains("\"grant\"", "\"opinion\"");
        assertThat(platform.lines()).doesNotContain("POST /api/tasks/T3/claim");
        assertThat(course.row()).noneMatch(cell -> cell.contains("没有等到任务"));
    }

    @Test
    void anActWhoseTaskNeverComesIsSkipped() {
        var course = applied("{acts: [{task: secondReview, answers: {outcome: disagree}}]}");
        stands("CLOSED", "办结", "办结", "null");

        course.look();

        assertThat(course.ended()).isTrue();
        assertThat(course.faults()).isEmpty();
        assertThat(course.row()).endsWith("如预期（没有等到任务“secondReview”）");
    }

    @Test
    void nobodyDoesWhatIsLeft() {
        var course = applied("{leave: [departmentReview]}");
        said.put(
                "/api/tasks",
                """
                {"items": [{"applicationNo": "A1", "id": "T1", "key": "departmentReview", "name": "部门审查决定", "itemName": "销户"}]}""");

        new TaskHands(staff, List.of(course)).work();

        assertThat(platform.lines()).doesNotContain("POST /api/tasks/T1/claim");
    }

    @Test
    void whoeverObjectsDoesSoOnceTheNoticeIsThere() {
        var course = applied(
                "{objections: [{item: closing, by: li.na, text: 有欠款}], ends: IN_PROGRESS, results: {closing: 特别程序中}}");
        stands("IN_PROGRESS", "特别程序中", null, "null");
        course.look();
        assertThat(course.ended()).isFalse();
        assertThat(course.faults()).containsExactly("没有等到事项 closing 的公示");

        stands("IN_PROGRESS", "特别程序中", null, "\"N7\"");
        course.look();
        course.look();

        assertThat(platform.lines().stream().filter(line -> line.startsWith("POST /api/public-notices/N7/objections")))
                .hasSize(1);
        assertThat(course.ended()).isTrue();
        assertThat(course.faults()).isEmpty();
    }

    @Test
    void aFeeIsPaidOnceAndItsTaskIsNobodys() {
        var course = applied("{}");
        owes();
        said.put(
                "/api/tasks",
                """
                {"items": [{"applicationNo": "A1", "id": "T1", "key": "collectFee", "name": "等待缴费", "itemName": "销户"}]}""");

        course.look();
        course.look();
        new TaskHands(staff, List.of(course)).work();

        assertThat(platform.lines())
                .containsOnlyOnce("POST /api/payment-orders/P7/simulated-payment")
                .doesNotContain("POST /api/tasks/T1/claim");
    }

    @Test
    void whatTheScenarioLeavesUnpaidIsNotPaid() {
        var course = applied("{unpaid: [closing]}");
        owes();

        course.look();

        assertThat(platform.lines()).doesNotContain("POST /api/payment-orders/P7/simulated-payment");
    }

    private void owes() {
        said.put(
                APPLICATION,
                """
                {"state": "IN_PROGRESS", "lanes": [],
                 "payments": [{"no": "P7", "itemName": "销户", "cents": 8000, "cashier": "/cashier/P7"}]}""");
    }

    @Test
    void whatEndsOtherwiseThanWrittenIsToldAsAFault() {
        var course = applied("{results: {closing: 不予许可}}");
        stands("CLOSED", "办结", "办结", "null");

        course.look();

        assertThat(course.ended()).isTrue();
        assertThat(course.faults()).containsExactly("〔销户〕应为不予许可，现在是办结");
        assertThat(course.row()).startsWith("✗", "moving", "搬家", "1");
    }

    private Course applied(String scenario) {
        var file = "scenarios: [%s]"
                .formatted(scenario.replaceFirst("\\{", "{name: 搬家, applicant: chen.jing, items: [closing], "));
        var read = Scenario.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        var course =
                new Course("moving", read.get(0), staff, new SamplePaper(), new Wording(LocalDate.now(), new Random()));
        course.apply();
        return course;
    }

    private void stands(String state, String caseState, String result, String notice) {
        said.put(
                APPLICATION,
                """
                {"state": "%s", "stateLabel": "", "limit": {"days": 3}, "lanes": [{"cases": [
                  {"itemName": "销户", "stateLabel": "%s", "resultLabel": %s, "publicNotice": %s}]}]}"""
                        .formatted(state, caseState, result == null ? "null" : "\"" + result + "\"", notice));
    }

    private String body(String line) {
        return platform.requests().stream()
                .filter(request -> request.line().equals(line))
                .map(Request::body)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Answer answer(Request request) {
        var completed = COMPLETION.matcher(request.path());
        if (completed.matches()) {
            said.compute("/api/tasks", (path, rows) -> rows.replace("A1\", \"id\": \"" + completed.group(1), "done"));
        }
        return new Answer(
                200, request.method().equals("GET") ? said.getOrDefault(request.path(), "{}") : told(request));
    }

    private static String told(Request request) {
        return switch (request.line()) {
            case "POST /api/drafts" -> "{\"id\": \"D1\", \"region\": \"430102\", \"revision\": 0}";
            case "POST /api/bundles/moving/guide" ->
                "{\"items\": [{\"variable\": \"closing\", \"applies\": true}, {\"variable\": \"opening\", \"applies\": true}]}";
            case "POST /api/drafts/D1/submission" -> "{\"applicationNo\": \"A1\"}";
            default -> "{}";
        };
    }
}
