package io.onevisit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.engine.Deployments;
import io.onevisit.engine.Processes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many processes go on under another edition: five of a hundred cannot, and each says why. */
class MigrationTest extends OperationsTestCase {

    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final int ALL = 500;
    private static final int STUCK = 25;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    RepositoryService models;

    private String key;
    private String from;
    private String to;
    private List<String> instances;

    /** In the second edition the check has another id, and the old step is gone. */
    @BeforeEach
    void twoEditions() {
        key = "migrated-in-tests-" + TESTS.incrementAndGet();
        from = deployed("check", true);
        instances = new ArrayList<>();
    }

    @AfterEach
    void nothingIsLeft() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(key)
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void fiveHundredAreMigratedAndTheTwentyFiveThatCannotSayWhy() throws Exception {
        begun(ALL, STUCK);
        to = deployed("review", false);
        var before = everything();

        var no = tried(OperationKind.MIGRATION, given(pair("check", "review")), instances);

        assertThat(everything()).isEqualTo(before);
        assertThat(counts(no)).containsEntry("READY", ALL - STUCK).containsEntry("BARRED", STUCK);
        var barred = office.read(operator, PLACE + "/" + no + "/lines?state=BARRED&size=200");
        assertThat(barred).hasSize(STUCK).allSatisfy(line -> assertThat(
                        line.path("note").asText())
                .contains("停在“旧环节”")
                .contains("没有为它指定对应的环节"));

        submitted(no);
        assertThat(page(no).path("state").asText()).isEqualTo("WAITING");
        assertThat(page(no).path("waitsForMe").asBoolean()).isFalse();
        act(operator, no, "approval")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("second-person"));
        goOn(no);
        assertThat(running(to)).isZero();

        act(second, no, "approval").andExpect(status().isNoContent());
        goOn(no);

        assertThat(page(no).path("state").asText()).isEqualTo("DONE");
        assertThat(counts(no)).containsEntry("DONE", ALL - STUCK).containsEntry("BARRED", STUCK);
        assertThat(running(to)).isEqualTo(ALL - STUCK);
        assertThat(running(from)).isEqualTo(STUCK);
        assertThat(texts(page(no).path("told"))).anyMatch(told -> told.contains("第 1 版") && told.contains("第 2 版"));
    }

    @Test
    void itIsPausedStoppedAndGoesOnAfterACrashWhereItWas() throws Exception {
        begun(60, 0);
        to = deployed("review", false);
        var no = tried(OperationKind.MIGRATION, given(pair("check", "review")), instances);
        submitted(no);
        act(second, no, "approval").andExpect(status().isNoContent());

        runs.advance(no); // one portion, and then the server dies: all that is known is in the database
        assertThat(counts(no)).containsEntry("DONE", 25).containsEntry("READY", 35);
        act(operator, no, "pause").andExpect(status().isNoContent());
        goOn(no);
        assertThat(running(to)).isEqualTo(25);

        act(operator, no, "resumption").andExpect(status().isNoContent());
        runs.advance(no);
        assertThat(running(to)).isEqualTo(50);
        act(second, no, "stop").andExpect(status().isNoContent());
        goOn(no);

        assertThat(running(to)).isEqualTo(50);
        assertThat(counts(no)).containsEntry("DONE", 50).containsEntry("LEFT_OUT", 10);
        assertThat(page(no).path("acts").findValuesAsText("act"))
                .containsExactly("ASK", "SUBMIT", "APPROVE", "PAUSE", "RESUME", "STOP");
        act(operator, no, "resumption").andExpect(jsonPath("$.code").value("operation-state"));
    }

    @Test
    void oneThatWasMovedMeanwhileIsLeftOutAndOneThatFailsStopsNoOther() throws Exception {
        begun(22, 0);
        to = deployed("review", false);
        var no = tried(OperationKind.MIGRATION, given(pair("check", "review")), instances);
        submitted(no);
        act(second, no, "approval");
        runtime.createProcessInstanceModification(instances.get(3))
                .startBeforeActivity("old")
                .execute();
        runtime.deleteProcessInstance(instances.get(5), "test");

        goOn(no);

        assertThat(counts(no)).containsEntry("DONE", 20).containsEntry("LEFT_OUT", 2);
        assertThat(lines(no).get(3).path("note").asText()).contains("现在在").contains("旧环节");
    }

    @Test
    void aSecondPersonMayRefuseWithAReason() throws Exception {
        begun(21, 0);
        to = deployed("review", false);
        var no = tried(OperationKind.MIGRATION, given(pair("check", "review")), instances);
        submitted(no);

        office.send(second, PLACE + "/" + no + "/refusal", Map.of("reason", ""))
                .andExpect(jsonPath("$.code").value("reason-missing"));
        act(second, no, "refusal").andExpect(status().isNoContent());
        goOn(no);

        assertThat(page(no).path("state").asText()).isEqualTo("REFUSED");
        assertThat(running(to)).isZero();
    }

    @Test
    void theEngineProposesAndAWrongCorrespondenceIsRefusedInWords() throws Exception {
        begun(1, 0);
        to = deployed("review", false);

        var pairs = office.read(operator, PLACE + "/choices/pairs?from=" + from + "&to=" + to);
        assertThat(pairs.findValuesAsText("from")).contains("wait").doesNotContain("check");

        ask(operator, OperationKind.MIGRATION, given(pair("check", "wait")), instances)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("pairs-refused"));
        var objections = office.json(office.send(
                operator,
                PLACE + "/choices/pairs/check",
                Map.of("from", from, "to", to, "pairs", List.of(pair("check", "wait")))));
        assertThat(texts(objections)).singleElement().asString().contains("“核对”不能对应到“等待答复”");
        to = models.createProcessDefinitionQuery()
                .processDefinitionKey("item-handling")
                .latestVersion()
                .withoutTenantId()
                .singleResult()
                .getId();
        ask(operator, OperationKind.MIGRATION, given(pair("check", "departmentReview")), instances)
                .andExpect(jsonPath("$.code").value("target-other"));
    }

    private Map<String, Object> given(Map<String, String>... pairs) {
        return instructions("edition", from, "target", to, "pairs", List.of(pairs));
    }

    private static Map<String, String> pair(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    private Map<String, Integer> counts(long no) throws Exception {
        var counts = new HashMap<String, Integer>();
        page(no).path("counts")
                .properties()
                .forEach(one -> counts.put(one.getKey(), one.getValue().asInt()));
        return counts;
    }

    private long running(String edition) {
        return runtime.createProcessInstanceQuery().processDefinitionId(edition).count();
    }

    private void begun(int all, int stuck) {
        for (var n = 0; n < all; n++) {
            var number = "X430100%s%05d".formatted(key.replaceAll("\\D", ""), n);
            var instance = processes.start(key, number, null, Map.of());
            instances.add(instance);
            if (n % (all / Math.max(stuck, 1)) == 0 && stuck > 0) {
                runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("old")
                        .cancelAllForActivity("check")
                        .execute();
            }
        }
    }

    private String deployed(String check, boolean old) {
        var model =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <message id="m" name="answer-in-tests"/>
                  <process id="%1$s" name="迁移测试" isExecutable="true" camunda:historyTimeToLive="P90D">
                    <startEvent id="begun"/>
                    <sequenceFlow id="f1" sourceRef="begun" targetRef="%2$s"/>
                    <userTask id="%2$s" name="核对"/>
                    <sequenceFlow id="f2" sourceRef="%2$s" targetRef="wait"/>
                    <receiveTask id="wait" name="等待答复" messageRef="m"/>
                    <sequenceFlow id="f3" sourceRef="wait" targetRef="ended"/>
                    %3$s
                    <endEvent id="ended"/>
                  </process>
                </definitions>"""
                        .formatted(
                                key,
                                check,
                                old
                                        ? "<userTask id=\"old\" name=\"旧环节\"/><sequenceFlow id=\"f4\" sourceRef=\"old\" targetRef=\"ended\"/>"
                                        : "");
        deployments.deploy(key, null, Map.of(key + ".bpmn", model.getBytes(StandardCharsets.UTF_8)));
        return models.createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
