package io.onevisit.studio;

import static io.onevisit.studio.BpmnModel.called;

import java.util.Set;

/** Calls of other processes and of decisions: they exist, are bound rightly and hand the business key on. */
final class BpmnCalls {

    /** A decision answers one word or number; lists and maps would need Java-serialised variables. */
    private static final Set<String> RESULTS = Set.of("singleEntry", "collectEntries", "singleResult");

    /** The designer leaves out what is the engine's default. */
    private static final Set<String> LATEST = Set.of("", "latest");

    private BpmnCalls() {}

    static void check(BpmnModel model) {
        model.kind("callActivity").forEach(call -> process(model, call));
        model.kind("businessRuleTask").forEach(task -> decision(model, task));
    }

    private static void process(BpmnModel model, Node call) {
        var findings = model.findings();
        var key = call.get("calledElement");
        binding(model, call, key, key + ".bpmn", "calledElement", "流程");
        var handsOn = call.extensions("in").anyMatch(in -> Expressions.isBusinessKey(in.get("businessKey")));
        if (!handsOn) {
            findings.error(call.id(), "%s 没有传递业务编号：请在“输入映射”里填写业务编号，例如 ${birthRegistration}。", called(call));
        }
        call.extensions("in")
                .filter(in -> Expressions.isExpression(in.get("businessKey"))
                        && !Expressions.isBusinessKey(in.get("businessKey")))
                .forEach(in -> findings.error(call.id(), "%s 的业务编号只能写成 ${变量}。", called(call)));
        if (Calls.reach(model.draft().calls(), key, model.file().key())) {
            findings.error(
                    call.id(),
                    "%s 调用的流程又会回到 “%s”，会无休止地运行。",
                    called(call),
                    model.file().key());
        }
    }

    private static void decision(BpmnModel model, Node task) {
        var key = task.camunda("decisionRef");
        binding(model, task, key, key + ".dmn", "decisionRef", "决策");
        if (!Vocabulary.camel(task.camunda("resultVariable"))) {
            model.findings().error(task.id(), "%s 没有结果变量：请填写 camelCase 英文名，例如 materialVerdict。", called(task));
        }
        if (!RESULTS.contains(task.camunda("mapDecisionResult"))) {
            model.findings().error(task.id(), "%s 的结果映射请选 singleEntry（只取一个词或数）。", called(task));
        }
    }

    /** Our own goes with the deployment, a shared one is the newest that serves the city. */
    private static void binding(BpmnModel model, Node node, String key, String file, String attribute, String what) {
        var findings = model.findings();
        var binding = node.camunda(attribute + "Binding");
        var tenant = node.camunda(attribute + "TenantId");
        if (key.isBlank()) {
            findings.error(node.id(), "%s 没有说明调用哪个%s。", called(node), what);
        } else if (!model.draft().has(file) && !model.draft().leansOn(file)) {
            findings.error(node.id(), "%s 调用的%s “%s” 不存在：请改正编号或先新建。", called(node), what, key);
        } else if (tenant.isEmpty() && model.draft().has(file)) {
            if (!binding.equals("deployment")) {
                findings.error(node.id(), "%s 调用的%s “%s” 在同一个一件事里，绑定方式应为 deployment。", called(node), what, key);
            }
        } else if (!LATEST.contains(binding) || !Expressions.isTenantOf(tenant, key)) {
            findings.error(
                    node.id(),
                    "%s 调用共享的%s “%s”：绑定方式应为 latest，租户应写 ${tenants.of(execution, '%s')}，使各市可以有自己的版本。",
                    called(node),
                    what,
                    key,
                    key);
        }
    }
}
