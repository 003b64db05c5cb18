package io.onevisit.studio;

import static io.onevisit.studio.SoundBundle.PROCESS;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models are code: whatever could run, call out or exhaust the server is refused before anything is deployed. */
class HostileModelsTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String CALL = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";

    @Test
    void aDocumentTypeIsRefused() {
        refused(new SoundBundle().changed(PROCESS, HEAD, HEAD + "<!DOCTYPE x>"), "DTD");
    }

    @Test
    void billionLaughsAreRefused() {
        var laughs =
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";

        refused(new SoundBundle().changed(PROCESS, HEAD, HEAD + laughs).changed(PROCESS, "审查", "&c;"), "DTD");
    }

    @Test
    void nothingOutsideIsCalled() throws IOException {
        try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + outside.getLocalPort() + "/x";
            var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>";
            refused(new SoundBundle().changed(PROCESS, HEAD, HEAD + entity).changed(PROCESS, "审查", "&e;"), "DTD");
            refused(new SoundBundle().changed(PROCESS, HEAD, HEAD + "<!DOCTYPE x SYSTEM \"" + address + "\">"), "DTD");
            refused(
                    new SoundBundle()
                            .changed(
                                    PROCESS,
                                    "id=\"definitions\"",
                                    "id=\"definitions\" xsi:schemaLocation=\"urn:x " + address + "\""),
                    "schema");
            refused(
                    new SoundBundle()
                            .changed(
                                    PROCESS,
                                    "<bpmn:message ",
                                    "<bpmn:import importType=\"x\" location=\"" + address
                                            + "\" namespace=\"x\"/><bpmn:message "),
                    "外部文件");

            outside.setSoTimeout(50);
            assertThat(outside).satisfies(socket -> org.assertj.core.api.Assertions.assertThatThrownBy(socket::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class));
        }
    }

    @Test
    void fiftyMegabytesAreRefusedUnread() {
        refused(new SoundBundle().with(PROCESS, "x".repeat(15_000_000)), "2 MB");
        refused(new SoundBundle().with(PROCESS, "x".repeat(52_428_800)), "16 MB");
    }

    @Test
    void aHundredThousandElementsAreRefused() {
        var many = "<bpmn:text/>".repeat(100_000);

        refused(new SoundBundle().changed(PROCESS, "<bpmn:message ", many + "<bpmn:message "), "5000");
    }

    @Test
    void deepNestingIsRefusedInModelsFormsAndData() {
        var deep = "<bpmn:subProcess>".repeat(1_000) + "</bpmn:subProcess>".repeat(1_000);

        refused(new SoundBundle().changed(PROCESS, "<bpmn:message ", deep + "<bpmn:message "), "嵌套");
        refused(new SoundBundle().with("sound-review.form", "[".repeat(100_000)), "JSON");
        refused(new SoundBundle().with("bundle.yaml", "[".repeat(10_000)), "YAML");
    }

    @Test
    void aYamlBombIsRefused() {
        var bomb = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nkey: sound-bundle\n";

        refused(new SoundBundle().with("bundle.yaml", bomb), "");
    }

    @Test
    void anotherEncodingIsRefused() {
        var other = new SoundBundle();
        other.files().put(PROCESS, other.text(PROCESS).getBytes(UTF_16));
        refused(other, "UTF-8");
        refused(new SoundBundle().changed(PROCESS, "encoding=\"UTF-8\"", "encoding=\"GBK\""), "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id=\"evil\" name=\"脚本\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id=\"evil\" name=\"类\" camunda:class=\"java.lang.Thread\"/>",
                "<bpmn:serviceTask id=\"evil\" name=\"表达式\" camunda:expression=\"${1}\"/>",
                "<bpmn:serviceTask id=\"evil\" name=\"连接器\"><bpmn:extensionElements><camunda:connector/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id=\"evil\" name=\"监听器\" camunda:delegateExpression=\"${openCase}\"><bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"x.Y\"/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id=\"evil\" name=\"监听器\"><bpmn:extensionElements><camunda:taskListener event=\"create\" expression=\"${1}\"/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:serviceTask id=\"evil\" name=\"旧名\" xmlns:a=\"http://activiti.org/bpmn\" a:class=\"java.lang.Thread\"/>",
                "<bpmn:serviceTask id=\"evil\" name=\"脚本参数\" camunda:type=\"external\" camunda:topic=\"license-lookup\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:sendTask id=\"evil\" name=\"发送\" camunda:class=\"x.Y\"/>",
                "<bpmn:serviceTask id=\"evil\" name=\"邮件\" camunda:type=\"mail\"/>",
                "<bpmn:serviceTask id=\"evil\" name=\"壳\" camunda:type=\"shell\"/>",
                "<bpmn:userTask id=\"evil\" name=\"受理人\" camunda:assignee=\"demo\"/>",
                "<bpmn:userTask id=\"evil\" name=\"循环\"><bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${x}\"/></bpmn:userTask>",
            })
    void whatRunsForeignCodeIsRefused(String element) {
        var bundle = new SoundBundle()
                .changed(PROCESS, "<bpmn:sequenceFlow id=\"flow1\"", element + "<bpmn:sequenceFlow id=\"flow1\"");

        assertThat(bundle.findings())
                .anyMatch(finding -> finding.isError()
                        && "evil".equals(finding.element())
                        && (finding.message().contains("不允许")
                                || finding.message().contains("不预先指定")
                                || finding.message().contains("没有说明由谁来做")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一件合规的事",
                "2026-07",
                "P90D",
                "审查",
                "判定结论",
                "依据行政许可法第三十四条。",
                "sound-review\"",
                "window-clerks",
                "sound-rule\"",
                "singleEntry",
                "${outcome == 'accept' and not (copies gt 3)}",
                "${tenants.of(execution, 'item-handling')}",
                "${birthRegistration}",
                "source=\"applicationNo\"",
                "${closeApplication}",
                "external",
                "notify-applicant",
                "application-closed",
                "${clock.supplementDueAt(execution)}",
                "department-answered\"",
                "asyncAfter=\"true",
                "calledElement=\"item-handling",
                "x=\"100"
            })
    void anExpressionIsRefusedInEveryPlaceThatTakesOne(String place) {
        var quoted = place.endsWith("\"") ? "\"" : "";
        var prefix = place.matches("\\w+=\".*") ? place.substring(0, place.indexOf('"') + 1) : "";
        var suffix = prefix.isEmpty() || !quoted.isEmpty() ? quoted : "";
        var bundle = new SoundBundle().changed(PROCESS, place, prefix + CALL + suffix);

        assertThat(bundle.findings()).anyMatch(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${execution.getVariable('x')}",
                "${clock.wait(execution)}",
                "${clock.blueAt(execution).getClass()}",
                "${a.b}",
                "${a['b']}",
                "${openCase}",
                "${execution}",
                "${dateTime()}",
                "#{outcome}",
                "${outcome}${outcome}",
                "${outcome",
                "${a ? b : c}",
                "${a + b}",
                "${''['class']}",
                "${tenants.of(execution, 'item-handling')}",
                "${not(a)(b)}",
                "${a (b)}",
                "${'a'('b')}",
                "${{1}}",
                "${a == \"\\\" == b}"
            })
    void aConditionComparesVariablesAndNothingElse(String expression) {
        assertThat(Expressions.isCondition(expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${outcome}",
                "${outcome == 'grant'}",
                "${birthRegistration != null}",
                "${issuesLicense and not certificateHeld}",
                "${(copies >= 2 || empty childName) && outcome ne \"deny\"}",
                "${!supplemented}",
                "${not (a)}"
            })
    void theConditionsModelsNeedAreAllowed(String expression) {
        assertThat(Expressions.isCondition(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) external { java: { class: \"java.lang.Math\", method signature: \"cos(double)\" } }",
                "{ a: 1 }",
                "java.lang.Math.abs(copies)",
                "evil(copies)",
                "for i in 1..1000000000 return i",
                "${copies}"
            })
    void feelReachesNoJava(String cell) {
        refused(new SoundBundle().changed("sound-rule.dmn", "&gt; 3", cell), "");
    }

    @Test
    void otherDecisionLanguagesAndFunctionsAreRefused() {
        refused(
                new SoundBundle()
                        .changed(
                                "sound-rule.dmn",
                                "<inputEntry id=\"c1\">",
                                "<inputEntry id=\"c1\" expressionLanguage=\"groovy\">"),
                "FEEL");
        refused(
                new SoundBundle()
                        .changed(
                                "sound-rule.dmn",
                                "</definitions>",
                                "<businessKnowledgeModel id=\"evil\"><encapsulatedLogic kind=\"Java\"/></businessKnowledgeModel></definitions>"),
                "业务知识模型");
    }

    @Test
    void aFormCarriesNoScript() {
        refused(new SoundBundle().changed("sound-review.form", "请核对材料后作出决定。", "<script>alert(1)</script>"), "<script");
        refused(
                new SoundBundle().changed("sound-review.form", "请核对材料后作出决定。", "[x](javascript:alert(1))"),
                "javascript:");
    }

    @Test
    void aProcessThatCallsItselfIsRefusedHoweverLongTheWay() {
        var around = new Library(
                Set.of("item-handling.bpmn"),
                Set.of("outcome", "inWedlock"),
                Map.of("item-handling", Set.of("sound-bundle")),
                Map.of());

        assertThat(new ModelCheck().check(SoundBundle.KEY, new SoundBundle().files(), around))
                .anyMatch(finding -> finding.isError() && finding.message().contains("无休止"));
        refused(
                new SoundBundle().changed(PROCESS, "calledElement=\"item-handling\"", "calledElement=\"sound-bundle\""),
                "无休止");
    }

    @Test
    void aModelOfAnotherBundleCannotBeReplacedFromHere() {
        var owned = new Library(
                SoundBundle.LIBRARY.names(),
                SoundBundle.LIBRARY.fields(),
                SoundBundle.LIBRARY.calls(),
                Map.of("sound-rule.dmn", "other-bundle", "bundle.yaml", "other-bundle"));

        assertThat(new ModelCheck().check(SoundBundle.KEY, new SoundBundle().files(), owned))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("other-bundle"));
    }

    @Test
    void thousandsOfFaultsStayAReadableReport() {
        var flood = "<bpmn:scriptTask/>".repeat(4_000);

        assertThat(new SoundBundle()
                        .changed(PROCESS, "<bpmn:message ", flood + "<bpmn:message ")
                        .findings())
                .hasSizeLessThan(250);
    }

    private static void refused(SoundBundle bundle, String sentence) {
        assertThat(bundle.findings())
                .anyMatch(finding -> finding.isError() && finding.message().contains(sentence));
    }
}
