package io.onevisit.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every convention is told at the element that breaks it, in a sentence the analyst can act on. */
class ModelCheckTest {

    @Test
    void aBundleWithoutAFaultPasses() {
        assertThat(new SoundBundle().findings()).isEmpty();
    }

    @ParameterizedTest(name = "{4}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // file             | from                                    | to                                |
                // element          | the sentence says
                "sound-bundle.bpmn  | historyTimeToLive=\"P90D\"              | historyTimeToLive=\"P10Y\"        | sound-bundle     | P90D",
                "sound-bundle.bpmn  | camunda:versionTag=\"2026-07\"          | ``                                | sound-bundle     | 版本标签",
                "sound-bundle.bpmn  | isExecutable=\"true\"                   | isExecutable=\"false\"            | sound-bundle     | 可执行",
                "sound-bundle.bpmn  | process id=\"sound-bundle\"             | process id=\"other-name\"         | other-name       | 与文件名不一致",
                "sound-bundle.bpmn  | name=\"一件合规的事\"                     | name=\"Sound\"                    | sound-bundle     | 中文名称",
                "sound-bundle.bpmn  | name=\"审查\"                            | name=\"Review\"                   | review           | 中文名称",
                "sound-bundle.bpmn  | id=\"done\"                             | id=\"EndEvent_1\"                 | EndEvent_1       | camelCase",
                "sound-bundle.bpmn  | camunda:formRef=\"sound-review\"        | ``                                | review           | 没有表单",
                "sound-bundle.bpmn  | formRef=\"sound-review\"                | formRef=\"no-such-form\"          | review           | 不在本一件事里",
                "sound-bundle.bpmn  | formRefBinding=\"deployment\"           | formRefBinding=\"latest\"         | review           | deployment",
                "sound-bundle.bpmn  | camunda:candidateGroups=\"window-clerks\" | ``                              | review           | 候选组",
                "sound-bundle.bpmn  | candidateGroups=\"window-clerks\"       | candidateGroups=\"everybody\"     | review           | 不认识",
                "sound-bundle.bpmn  | topic=\"notify-applicant\"              | topic=\"send-fax\"                | notifyApplicant  | 没有工作者",
                "sound-bundle.bpmn  | inputParameter name=\"notice\"          | inputParameter name=\"kind\"      | notifyApplicant  | 缺少参数",
                "sound-bundle.bpmn  | ${closeApplication}                     | ${eraseEverything}                | closeAll         | 不在名单里",
                "sound-bundle.bpmn  | calledElement=\"item-handling\"         | calledElement=\"nowhere\"         | handleItem       | 不存在",
                "sound-bundle.bpmn  | calledElementBinding=\"latest\"         | calledElementBinding=\"deployment\" | handleItem     | 租户",
                "sound-bundle.bpmn  | execution, 'item-handling'              | execution, 'supplement'           | handleItem       | 租户",
                "sound-bundle.bpmn  | <camunda:in businessKey=\"${birthRegistration}\" /> | ``                    | handleItem       | 业务编号",
                "sound-bundle.bpmn  | decisionRef=\"sound-rule\"              | decisionRef=\"no-such-rule\"      | chooseVerdict    | 不存在",
                "sound-bundle.bpmn  | decisionRefBinding=\"deployment\"       | decisionRefBinding=\"latest\"     | chooseVerdict    | deployment",
                "sound-bundle.bpmn  | camunda:resultVariable=\"verdict\"      | ``                                | chooseVerdict    | 结果变量",
                "sound-bundle.bpmn  | name=\"department-answered\"            | name=\"Department Answered\"      | departmentAnswered | 消息名",
                "sound-bundle.bpmn  | name=\"department-answered\"            | name=\"never-sent\"               | departmentAnswered | 一直等",
                "sound-bundle.bpmn  | ` default=\"acceptedNo\"`               | ``                                | accepted         | 默认的出路",
                "sound-bundle.bpmn  | name=\"是\"                              | ``                                | acceptedYes      | 没有写答案",
                "sound-bundle.bpmn  | name=\"予以受理？\"                       | ``                                | accepted         | 问句",
                "sound-bundle.bpmn  | targetRef=\"done\"                      | targetRef=\"nobody\"              | flow7            | 没有接上",
                "sound-bundle.bpmn  | bpmnElement=\"review\"                  | bpmnElement=\"reviews\"           | review           | 没有画在图上",
                "sound-bundle.bpmn  | bpmnElement=\"flow3\"                   | bpmnElement=\"flow33\"            | flow3            | 没有画在图上",
                "sound-bundle.bpmn  | timer1\"><bpmn:timeDate                 | timer1\"><bpmn:timeDuration       | `` | 不是完好的 XML",
                "sound-rule.dmn     | typeRef=\"integer\"                     | typeRef=\"number\"                | inputCopiesExpression | 没有 number",
                "sound-rule.dmn     | historyTimeToLive=\"P90D\"              | historyTimeToLive=\"90\"          | sound-rule       | P90D",
                "sound-rule.dmn     | 示例规则：其余通过                         | ``                                | otherwise        | 依据",
                "sound-rule.dmn     | hitPolicy=\"FIRST\"                     | hitPolicy=\"OUTPUT ORDER\"        | soundTable       | 命中策略",
                "sound-rule.dmn     | label=\"份数\"                           | label=\"copies\"                  | inputCopies      | 中文标题",
                "sound-rule.dmn     | name=\"verdict\"                        | name=\"exemption\"                | tooMany          | DATA、LICENSE、NONE",
                "sound-handling.dmn | \"CHECK\"                               | \"MAGIC\"                         | straight         | CHECK、NATIVE、PUSH",
                "sound-handling.dmn | \"CITY\"                                | \"MOON\"                          | straight         | level",
                "sound-handling.dmn | hitPolicy=\"FIRST\"                     | hitPolicy=\"COLLECT\"             | handlingTable    | 只有一种办理方式",
                "sound-handling.dmn | name=\"reason\"                         | name=\"why\"                      | handlingTable    | reason",
                "bundle.yaml        | handlingDecision: sound-handling        | handlingDecision: missing         | ``               | missing.dmn",
                "sound-review.form  | \"key\": \"outcome\"                    | \"key\": \"favouriteColour\"      | outcomeChoice    | 字段字典",
                "sound-review.form  | \"type\": \"radio\"                     | \"type\": \"iframe\"              | outcomeChoice    | 其他网页",
                "sound-review.form  | \"id\": \"sound-review\"                | \"id\": \"another\"               | ``               | 与文件名一致",
                "bundle.yaml        | audience: PERSON                        | audience: EVERYBODY               | ``               | PERSON",
                "bundle.yaml        | keywords:                               | `parties: [seller]\nkeywords:`    | ``               | 没有请 “seller” 确认",
                "bundle.yaml        | process: sound-bundle                   | process: missing                  | ``               | missing.bpmn",
                "bundle.yaml        | code: \"0001\"                          | code: \"0002\"                    | birthRegistration | items.yaml",
                "bundle.yaml        | keywords:                               | script:                           | ``               | 不认识的项目",
                "items.yaml         | promised: 3                             | promised: 30                      | 0001             | 时限不对",
                "items.yaml         | mode: PUSH                              | `mode: CHECK, substantive: true`  | 0001             | 第三十四条",
                "items.yaml         | mode: PUSH                              | mode: MAGIC                       | 0001             | mode",
            })
    void eachFaultIsToldWhereItIs(String file, String from, String to, String element, String sentence) {
        var bundle = new SoundBundle().changed(file, from, to == null ? "" : to);

        assertThat(bundle.findings()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.element()).isEqualTo(element == null || element.isEmpty() ? null : element);
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).contains(sentence);
        });
    }

    @Test
    void anItemThatTheProcessForgetsIsAWarning() {
        var bundle = new SoundBundle().changed(SoundBundle.PROCESS, "${birthRegistration}", "${applicationNo}");

        assertThat(bundle.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.message()).contains("birthRegistration");
        });
    }

    @Test
    void whatTwoOfficersHaveToCheckIsNotDecidedByData() {
        var bundle = new SoundBundle().changed("items.yaml", "mode: PUSH", "mode: PUSH, substantive: true");

        assertThat(bundle.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.element()).isEqualTo("straight");
            assertThat(finding.message()).contains("birthRegistration", "第三十四条");
        });
        assertThat(bundle.changed("sound-handling.dmn", "<text>\"birthRegistration\"</text>", "<text></text>")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.message()).contains("birthRegistration", "没有限定事项");
                });
        assertThat(bundle.changed(
                                "sound-handling.dmn",
                                "id=\"h1\"><text></text>",
                                "id=\"h1\"><text>not(\"birthRegistration\")</text>")
                        .findings())
                .isEmpty();
    }

    @Test
    void whatTheDesignerLeavesOutOrReckonsWithManyDecimalsIsNoFault() {
        var bundle = new SoundBundle()
                .changed(SoundBundle.PROCESS, " camunda:calledElementBinding=\"latest\"", "")
                .changed(SoundBundle.PROCESS, "x=\"350\"", "x=\"350.3333333333333\"");

        assertThat(bundle.findings()).isEmpty();
    }

    @Test
    void aMissingFormIsFoundFromTheTask() {
        assertThat(new SoundBundle().without(SoundBundle.FORM).findings())
                .extracting(Finding::element)
                .contains("review");
    }

    @Test
    void aFileNameIsKebabCase() {
        assertThat(new SoundBundle().with("Notes.txt", "x").findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("文件名"));
    }
}
