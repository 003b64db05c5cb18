package io.onevisit.studio;

import java.util.HashSet;

/** The conventions of one process, from its file to its drawing. */
final class BpmnCheck {

    private BpmnCheck() {}

    static void check(Draft draft, ModelFile file) {
        var root = file.xml();
        var findings = file.findings();
        if (!root.is(Namespaces.BPMN, "definitions")) {
            findings.error(null, "这不是 BPMN 流程文件。");
            return;
        }
        BpmnAllowed.check(root, findings);
        uniqueIds(root, findings);
        var processes = root.children("process").toList();
        if (processes.size() != 1) {
            findings.error(null, "一个文件只放一个流程，这里有 %d 个。", processes.size());
            return;
        }
        var model = BpmnModel.of(draft, file, processes.get(0));
        process(model);
        BpmnNames.check(model);
        BpmnTasks.check(model);
        BpmnCalls.check(model);
        BpmnEvents.check(model, root);
        BpmnFlows.check(model);
        BpmnDrawing.check(model, root);
    }

    private static void process(BpmnModel model) {
        var process = model.process();
        var findings = model.findings();
        var id = process.id();
        if (!id.equals(model.file().key())) {
            findings.error(id, "流程编号 “%s” 与文件名不一致：请改成 “%s”。", id, model.file().key());
        }
        if (!Vocabulary.kebab(id)) {
            findings.error(id, "流程编号 “%s” 应为小写英文加连字符，例如 item-handling。", id);
        }
        if (!process.get("isExecutable").equals("true")) {
            findings.error(id, "流程没有标为“可执行”，发布后不会运行：请在属性里勾选。");
        }
        if (!process.camunda("historyTimeToLive").equals(Vocabulary.TIME_TO_LIVE)) {
            findings.error(id, "请把“历史保留时间”填为 %s（引擎只保留九十天，台账长期保留）。", Vocabulary.TIME_TO_LIVE);
        }
        if (process.camunda("versionTag").isBlank()) {
            findings.error(id, "请填写“版本标签”，说明对应的制度版本，例如 2026-07。");
        }
        if (!Vocabulary.chinese(process.get("name"))) {
            findings.error(id, "流程还没有中文名称，请在属性里填写。");
        }
    }

    private static void uniqueIds(Node root, Findings findings) {
        var seen = new HashSet<String>();
        root.all()
                .map(Node::id)
                .filter(id -> !id.isEmpty() && !seen.add(id))
                .forEach(id -> findings.error(id, "编号 “%s” 用了两次，请改掉其中一个。", id));
    }
}
