package io.onevisit.studio;

import static io.onevisit.studio.SoundBundle.DECISION;
import static io.onevisit.studio.SoundBundle.FORM;
import static io.onevisit.studio.SoundBundle.PROCESS;

import java.util.stream.Stream;

/**
 * One hostile model for every place of BPMN, DMN and forms that could name a bean, a class, a script or a call.
 *
 * @param place what is attacked, in the words of a modeller
 * @param sentence what the author of the model reads about it
 */
record HostilePlaces(String place, String file, String from, String to, String sentence) {

    private static final String CALL = "${''.getClass().forName('java.lang.Runtime')}";
    private static final String BEAN = "${dataSource.connection}";
    private static final String TASK = "<bpmn:documentation>依据行政许可法第三十四条。</bpmn:documentation>";
    private static final String FLOWS = "<bpmn:sequenceFlow id=\"flow1\"";
    private static final String INPUTS =
            "<camunda:inputParameter name=\"notice\">application-closed</camunda:inputParameter>";
    private static final String CONDITION = "${outcome == 'accept' and not (copies gt 3)}";
    private static final String TIMER =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.supplementDueAt(execution)}</bpmn:timeDate>";
    private static final String CELL = "&gt; 3";

    static Stream<HostilePlaces> all() {
        return Stream.of(bpmn(), dmn(), forms()).flatMap(places -> places);
    }

    private static Stream<HostilePlaces> bpmn() {
        return Stream.of(
                listener("执行监听器的类", "executionListener", "event=\"start\" class=\"java.lang.Thread\""),
                listener("执行监听器的表达式", "executionListener", "event=\"start\" expression=\"" + CALL + "\""),
                listener("执行监听器的 bean", "executionListener", "event=\"end\" delegateExpression=\"" + BEAN + "\""),
                listener("任务监听器的类", "taskListener", "event=\"create\" class=\"java.lang.Thread\""),
                listener("任务监听器的 bean", "taskListener", "event=\"complete\" delegateExpression=\"" + BEAN + "\""),
                at(
                        "流程的监听器",
                        FLOWS,
                        "<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"x.Y\"/></bpmn:extensionElements>"
                                + FLOWS,
                        "监听器"),
                at(
                        "服务任务的类",
                        "camunda:delegateExpression=\"${closeApplication}\"",
                        "camunda:class=\"java.lang.Thread\"",
                        "Java 类"),
                at(
                        "服务任务的表达式",
                        "camunda:delegateExpression=\"${closeApplication}\"",
                        "camunda:expression=\"" + CALL + "\"",
                        "直接写表达式"),
                at("不在名单里的 bean", "${closeApplication}", "${dataSource}", "不在名单里"),
                at("在步骤上调用方法", "${closeApplication}", "${closeApplication.execute(execution)}", "不在名单里"),
                at(
                        "脚本任务",
                        FLOWS,
                        "<bpmn:scriptTask id=\"evil\" name=\"脚本\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                                + FLOWS,
                        "脚本任务"),
                at(
                        "连接器",
                        INPUTS + "</camunda:inputOutput>",
                        INPUTS
                                + "</camunda:inputOutput><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                        "连接器"),
                at(
                        "输入参数",
                        INPUTS,
                        INPUTS + "<camunda:inputParameter name=\"x\">" + CALL + "</camunda:inputParameter>",
                        "参数 “x”"),
                at(
                        "输入参数读 bean 的属性",
                        INPUTS,
                        INPUTS + "<camunda:inputParameter name=\"x\">" + BEAN + "</camunda:inputParameter>",
                        "参数 “x”"),
                at(
                        "输入参数里的脚本",
                        INPUTS,
                        "<camunda:inputParameter name=\"notice\"><camunda:script scriptFormat=\"juel\">1</camunda:script></camunda:inputParameter>",
                        "脚本"),
                at(
                        "输入参数里的列表",
                        INPUTS,
                        "<camunda:inputParameter name=\"notice\"><camunda:list><camunda:value>" + CALL
                                + "</camunda:value></camunda:list></camunda:inputParameter>",
                        "list"),
                at(
                        "输出参数",
                        INPUTS,
                        INPUTS + "<camunda:outputParameter name=\"y\">" + CALL + "</camunda:outputParameter>",
                        "参数 “y”"),
                at("条件", CONDITION, CALL, "条件不允许"),
                at(
                        "条件里的脚本",
                        "xsi:type=\"bpmn:tFormalExpression\">" + CONDITION,
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">1==1",
                        "language"),
                at("定时器的日期", "${clock.supplementDueAt(execution)}", CALL, "时限台账"),
                at("定时器的期限", TIMER, "<bpmn:timeDuration>" + CALL + "</bpmn:timeDuration>", "期限一律"),
                at("定时器的周期", TIMER, "<bpmn:timeCycle>R/PT1S</bpmn:timeCycle>", "重复的定时器"),
                at(
                        "多实例的集合",
                        TASK,
                        TASK + "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + CALL
                                + "\" camunda:elementVariable=\"x\"/>",
                        "multiInstanceLoopCharacteristics"),
                at(
                        "多实例的次数",
                        TASK,
                        TASK + "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + CALL
                                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
                        "multiInstanceLoopCharacteristics"),
                at(
                        "候选组",
                        "camunda:candidateGroups=\"window-clerks\"",
                        "camunda:candidateGroups=\"" + CALL + "\"",
                        "候选组"),
                at(
                        "候选人",
                        "camunda:candidateGroups=\"window-clerks\"",
                        "camunda:candidateUsers=\"" + CALL + "\"",
                        "candidateUsers"),
                at("受理人", "camunda:candidateGroups=\"window-clerks\"", "camunda:assignee=\"" + CALL + "\"", "不预先指定"),
                at(
                        "任务的到期日",
                        "camunda:candidateGroups=\"window-clerks\"",
                        "camunda:candidateGroups=\"window-clerks\" camunda:dueDate=\"" + CALL + "\"",
                        "dueDate"),
                at(
                        "任务的优先级",
                        "camunda:candidateGroups=\"window-clerks\"",
                        "camunda:candidateGroups=\"window-clerks\" camunda:priority=\"" + CALL + "\"",
                        "priority"),
                at(
                        "作业的优先级",
                        "id=\"applicationSubmitted\"",
                        "id=\"applicationSubmitted\" camunda:jobPriority=\"" + CALL + "\"",
                        "jobPriority"),
                at(
                        "重试的周期",
                        INPUTS + "</camunda:inputOutput>",
                        INPUTS + "</camunda:inputOutput><camunda:failedJobRetryTimeCycle>" + CALL
                                + "</camunda:failedJobRetryTimeCycle>",
                        "failedJobRetryTimeCycle"),
                at("调用的流程", "calledElement=\"item-handling\"", "calledElement=\"" + CALL + "\"", "calledElement"),
                at("调用的租户", "${tenants.of(execution, 'item-handling')}", CALL, "租户应写"),
                at(
                        "调用时的变量映射类",
                        "calledElement=\"item-handling\"",
                        "calledElement=\"item-handling\" camunda:variableMappingClass=\"x.Y\"",
                        "variableMappingClass"),
                at(
                        "调用时的映射表达式",
                        "source=\"applicationNo\" target",
                        "sourceExpression=\"" + CALL + "\" target",
                        "sourceExpression"),
                at("业务编号", "businessKey=\"${birthRegistration}\"", "businessKey=\"" + CALL + "\"", "业务编号"),
                at("消息名", "name=\"department-answered\"", "name=\"" + CALL + "\"", "消息名"),
                at(
                        "错误代码",
                        "<bpmn:message ",
                        "<bpmn:error id=\"e1\" errorCode=\"" + CALL + "\"/><bpmn:message ",
                        "错误代码"),
                at("表单编号", "camunda:formRef=\"sound-review\"", "camunda:formRef=\"" + CALL + "\"", "formRef"),
                at(
                        "外部表单键",
                        "camunda:formRef=\"sound-review\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formKey=\"http://evil.example/x\"",
                        "formKey"),
                at(
                        "表单字段的校验器",
                        TASK,
                        TASK
                                + "<bpmn:extensionElements><camunda:formData><camunda:formField id=\"f\"><camunda:validation><camunda:constraint name=\"validator\" config=\"x.Y\"/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements>",
                        "formData"),
                at("决策编号", "camunda:decisionRef=\"sound-rule\"", "camunda:decisionRef=\"" + CALL + "\"", "decisionRef"),
                at("外部任务的主题", "camunda:topic=\"notify-applicant\"", "camunda:topic=\"" + CALL + "\"", "topic"),
                at(
                        "外部任务的优先级",
                        "camunda:topic=\"notify-applicant\"",
                        "camunda:topic=\"notify-applicant\" camunda:taskPriority=\"" + CALL + "\"",
                        "taskPriority"),
                at(
                        "邮件任务",
                        "camunda:type=\"external\" camunda:topic=\"notify-applicant\"",
                        "camunda:type=\"mail\"",
                        "由谁来做"),
                at(
                        "命令行任务",
                        "camunda:type=\"external\" camunda:topic=\"notify-applicant\"",
                        "camunda:type=\"shell\"",
                        "由谁来做"),
                at(
                        "可启动的人",
                        "isExecutable=\"true\"",
                        "isExecutable=\"true\" camunda:candidateStarterUsers=\"" + CALL + "\"",
                        "candidateStarterUsers"),
                at("流程的名称", "name=\"一件合规的事\"", "name=\"一件事" + CALL + "\"", "不允许写表达式"),
                at(
                        "图形里的扩展",
                        "<bpmndi:BPMNPlane id=\"plane\"",
                        "<bpmndi:BPMNLabel><camunda:executionListener class=\"x.Y\"/></bpmndi:BPMNLabel><bpmndi:BPMNPlane id=\"plane\"",
                        "图形里"),
                at("重复的编号", "id=\"closeAll\"", "id=\"review\"", "用了两次"),
                at("调用自己", "calledElement=\"item-handling\"", "calledElement=\"sound-bundle\"", "无休止"),
                at(
                        "引用外部 schema",
                        "id=\"definitions\"",
                        "id=\"definitions\" xsi:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\"",
                        "schema"),
                at(
                        "外部实体",
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions",
                        "DTD"));
    }

    private static Stream<HostilePlaces> dmn() {
        return Stream.of(
                rule("条件列的表达式", "<text>copies</text>", "<text>" + CALL + "</text>", "不写 ${…}"),
                rule("条件列调用函数", "<text>copies</text>", "<text>java.lang.System.exit(copies)</text>", "不允许"),
                rule(
                        "条件列的语言",
                        "typeRef=\"integer\"",
                        "typeRef=\"integer\" expressionLanguage=\"javascript\"",
                        "只用 FEEL"),
                rule(
                        "格子里的 Java 函数",
                        CELL,
                        "function(x) external { java: { class: &quot;java.lang.Math&quot;, method signature: &quot;abs(int)&quot; } }",
                        "写法不允许"),
                rule("格子里的未知函数", CELL, "evil(copies)", "写法不允许"),
                rule("格子里的循环", CELL, "for i in 1..1000000000 return i", "写法不允许"),
                rule(
                        "格子的语言",
                        "<inputEntry id=\"c1\">",
                        "<inputEntry id=\"c1\" expressionLanguage=\"groovy\">",
                        "只用 FEEL"),
                rule(
                        "结果格的语言",
                        "<outputEntry id=\"r1\">",
                        "<outputEntry id=\"r1\" expressionLanguage=\"juel\">",
                        "只用 FEEL"),
                rule("结果格里的函数", "<text>\"review\"</text>", "<text>runtimeService.suspend(\"x\")</text>", "写法不允许"),
                rule(
                        "结果的可选值",
                        "typeRef=\"string\" />",
                        "typeRef=\"string\"><outputValues id=\"v\"><text>evil(1)</text></outputValues></output>",
                        "可选值"),
                rule(
                        "文字表达式",
                        "<decisionTable id=\"soundTable\" hitPolicy=\"FIRST\">",
                        "<literalExpression id=\"l\"><text>1</text></literalExpression><decisionTable id=\"soundTable\" hitPolicy=\"FIRST\">",
                        "文字表达式"),
                rule(
                        "业务知识模型",
                        "</definitions>",
                        "<businessKnowledgeModel id=\"b\"><encapsulatedLogic/></businessKnowledgeModel></definitions>",
                        "业务知识模型"),
                rule(
                        "引入外部文件",
                        "</definitions>",
                        "<import namespace=\"x\" locationURI=\"http://127.0.0.1:1/x.dmn\" importType=\"x\"/></definitions>",
                        "外部文件"),
                rule(
                        "图形里的决策",
                        "</definitions>",
                        "<dmndi:DMNDI xmlns:dmndi=\"https://www.omg.org/spec/DMN/20191111/DMNDI/\"><decision id=\"d2\"/></dmndi:DMNDI></definitions>",
                        "图形里"),
                rule("汇总方式", "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\" aggregation=\"EVIL\"", "汇总方式"),
                rule("重复的编号", "id=\"r2\"", "id=\"r1\"", "用了两次"));
    }

    private static Stream<HostilePlaces> forms() {
        return Stream.of(
                form("脚本", "\"text\": \"请核对材料后作出决定。\"", "\"text\": \"<script>alert(1)</script>\"", "<script"),
                form("事件处理", "\"text\": \"请核对材料后作出决定。\"", "\"text\": \"<img src=x onerror=alert(1)>\"", "onerror="),
                form("外来图片", "\"text\": \"请核对材料后作出决定。\"", "\"text\": \"<img src='http://evil.example/x'>\"", "HTML"),
                form(
                        "HTML 组件",
                        "\"type\": \"text\", \"text\"",
                        "\"type\": \"html\", \"content\": \"x\", \"text\"",
                        "HTML"),
                form("嵌入网页", "\"type\": \"text\"", "\"type\": \"iframe\", \"url\": \"https://evil.example\"", "嵌入其他网页"),
                form("计算字段", "\"type\": \"text\"", "\"type\": \"expression\", \"expression\": \"=1\"", "计算字段"),
                form("脚本组件", "\"type\": \"text\"", "\"type\": \"script\", \"script\": \"1\"", "脚本"),
                form("标题里的表达式", "\"label\": \"审查结论\"", "\"label\": \"= 审查(结论)\"", "不允许写表达式"),
                form("文字里的模板", "\"text\": \"请核对材料后作出决定。\"", "\"text\": \"请核对 {{x}}\"", "不允许写表达式"),
                form("引擎表达式", "\"text\": \"请核对材料后作出决定。\"", "\"text\": \"" + "${execution}" + "\"", "不允许写表达式"),
                form(
                        "隐藏条件里的函数",
                        "\"type\": \"radio\"",
                        "\"type\": \"radio\", \"conditional\": { \"hide\": \"=evil(outcome)\" }",
                        "隐藏条件"),
                form(
                        "隐藏条件里的循环",
                        "\"type\": \"radio\"",
                        "\"type\": \"radio\", \"conditional\": { \"hide\": \"=for i in 1..99999999 return i\" }",
                        "隐藏条件"),
                form("选项的表达式", "\"type\": \"radio\"", "\"type\": \"radio\", \"valuesExpression\": \"=x\"", "选项请逐个写明"),
                form("不认识的属性", "\"type\": \"radio\"", "\"type\": \"radio\", \"onChange\": \"x\"", "onChange"),
                form("重复的编号", "\"id\": \"outcomeChoice\"", "\"id\": \"intro\"", "重复"));
    }

    private static HostilePlaces listener(String place, String kind, String attributes) {
        var element = "<bpmn:extensionElements><camunda:%s %s/></bpmn:extensionElements>".formatted(kind, attributes);
        return at(place, TASK, TASK + element, "监听器");
    }

    private static HostilePlaces at(String place, String from, String to, String sentence) {
        return new HostilePlaces(place, PROCESS, from, to, sentence);
    }

    private static HostilePlaces rule(String place, String from, String to, String sentence) {
        return new HostilePlaces(place, DECISION, from, to, sentence);
    }

    private static HostilePlaces form(String place, String from, String to, String sentence) {
        return new HostilePlaces(place, FORM, from, to, sentence);
    }

    SoundBundle bundle() {
        return new SoundBundle().changed(file, from, to);
    }

    @Override
    public String toString() {
        return file + "：" + place;
    }
}
