package io.onevisit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onevisit.PlatformTest;
import io.onevisit.engine.Deployments.Finding;
import io.onevisit.engine.Deployments.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class DeploymentsTest {

    private static final byte[] GOOD = Bpmn.convertToString(
                    Models.process("deploy-good").startEvent().endEvent().done())
            .getBytes(StandardCharsets.UTF_8);

    @Autowired
    Deployments deployments;

    @Autowired
    RepositoryService models;

    @Test
    void everyEditionIsANewVersionEvenIfNothingChanged() {
        deployments.deploy("deploy-good", null, Map.of("deploy-good.bpmn", GOOD));
        deployments.deploy("deploy-good", null, Map.of("deploy-good.bpmn", GOOD));

        assertThat(models.createProcessDefinitionQuery()
                        .processDefinitionKey("deploy-good")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void oneBrokenFileKeepsAllOut() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "deploy-half.bpmn",
                new String(GOOD, StandardCharsets.UTF_8)
                        .replace("deploy-good", "deploy-half")
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "broken.bpmn",
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                  <process id="broken" isExecutable="true" camunda:historyTimeToLive="P90D">
                    <startEvent id="begin"/><sequenceFlow id="f" sourceRef="begin" targetRef="work"/>
                    <serviceTask id="work"/>
                  </process>
                </definitions>"""
                        .getBytes(StandardCharsets.UTF_8));

        var findings = rejected(files);

        assertThat(findings).extracting(Finding::file).containsOnly("broken.bpmn");
        assertThat(findings).extracting(Finding::element).contains("work");
        assertThat(findings).extracting(Finding::message).anyMatch(message -> message.startsWith("服务任务没有说明做什么"));
        assertThat(models.createProcessDefinitionQuery()
                        .processDefinitionKey("deploy-half")
                        .count())
                .isZero();
    }

    @Test
    void aModelSaysHowLongItsHistoryIsKept() {
        var model = Bpmn.convertToString(
                        Models.process("forever").startEvent().endEvent().done())
                .replaceAll("camunda:historyTimeToLive=\"[^\"]*\"", "");

        assertThat(rejected(Map.of("forever.bpmn", model.getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("historyTimeToLive"));
    }

    @Test
    void aModelWithADoctypeIsRefusedBeforeItIsParsed() {
        var bomb =
                """
                <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&b;&c;</definitions>""";

        assertThat(rejected(Map.of("bomb.bpmn", bomb.getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::message)
                .allMatch(message -> message.contains("DTD"));
    }

    @Test
    void aModelIsNeitherHugeNorBottomless() {
        assertThat(rejected(
                        Map.of("wide.bpmn", ("<a>" + "<b/>".repeat(30_000) + "</a>").getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::message)
                .allMatch(message -> message.contains("过大或嵌套过深"));
        assertThat(rejected(
                        Map.of("deep.dmn", ("<a>".repeat(200) + "</a>".repeat(200)).getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::message)
                .allMatch(message -> message.contains("过大或嵌套过深"));
        assertThat(rejected(Map.of("heavy.form", new byte[6_000_000])))
                .extracting(Finding::message)
                .allMatch(message -> message.contains("5 MB"));
    }

    @Test
    void whatIsNoModelIsNotDeployed() {
        assertThat(rejected(Map.of("run.groovy", "1".getBytes(StandardCharsets.UTF_8))))
                .extracting(Finding::message)
                .allMatch(message -> message.contains("只能发布"));
    }

    private List<Finding> rejected(Map<String, byte[]> files) {
        var findings = new java.util.ArrayList<Finding>();
        assertThatThrownBy(() -> deployments.deploy("rejected", null, files))
                .isInstanceOfSatisfying(Rejected.class, refusal -> findings.addAll(refusal.findings()));
        return findings;
    }
}
