package io.onevisit.studio;

import static io.onevisit.studio.BpmnModel.called;

import java.util.Set;
import java.util.stream.Collectors;

/** Work in a model: people have a form and a group, machines a topic or a platform step. */
final class BpmnTasks {

    private BpmnTasks() {}

    static void check(BpmnModel model) {
        model.kind("userTask").forEach(task -> person(model, task));
        model.kind("serviceTask").forEach(task -> machine(model, task));
        model.nodes().forEach(node -> parameters(model, node));
    }

    private static void person(BpmnModel model, Node task) {
        var findings = model.findings();
        var form = task.camunda("formRef");
        if (form.isEmpty()) {
            findings.error(task.id(), "%s 没有表单：请在属性“表单”里填写表单编号。", called(task));
        } else if (!model.draft().has(form + ".form")) {
            findings.error(task.id(), "%s 引用的表单 “%s” 不在本一件事里：请新建 %s.form 或改正编号。", called(task), form, form);
        }
        if (!form.isEmpty() && !task.camunda("formRefBinding").equals("deployment")) {
            findings.error(task.id(), "%s 的表单绑定方式应为 deployment，使办件始终用开始时的表单。", called(task));
        }
        groups(model, task);
    }

    private static void groups(BpmnModel model, Node task) {
        var groups = task.camunda("candidateGroups");
        if (groups.isBlank()) {
            model.findings().error(task.id(), "%s 没有候选组，没有人会看到它：请填写由谁办理。", called(task));
        } else if (!Expressions.isRead(groups) && !known(groups)) {
            model.findings()
                    .error(
                            task.id(),
                            "%s 的候选组 “%s” 不认识：可以是 window-clerks、applicant、supervisors、hotline-agents、dept-部门代码、head-部门代码，或 ${变量}。",
                            called(task),
                            groups);
        }
    }

    private static boolean known(String groups) {
        for (var group : groups.split(",", -1)) {
            if (!Vocabulary.GROUP.matcher(group.strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static void machine(BpmnModel model, Node task) {
        var topic = task.camunda("topic");
        var step = task.camunda("delegateExpression");
        var external = task.camunda("type").equals("external");
        if (external && step.isEmpty()) {
            topic(model, task, topic);
        } else if (!step.isEmpty() && !external && topic.isEmpty()) {
            step(model, task, step);
        } else {
            model.findings().error(task.id(), "%s 没有说明由谁来做：请从模板里选择一种外部工作或一个平台步骤。", called(task));
        }
    }

    private static void topic(BpmnModel model, Node task, String topic) {
        if (!Vocabulary.TOPICS.contains(topic)) {
            model.findings().error(task.id(), "%s 的主题 “%s” 没有工作者办理：请从模板里选择。", called(task), topic);
        }
        needed(model, task, topic);
    }

    private static void step(BpmnModel model, Node task, String step) {
        var name = Expressions.isStep(step) ? step.substring(2, step.length() - 1) : "";
        if (name.isEmpty()) {
            model.findings().error(task.id(), "%s 的平台步骤 “%s” 不在名单里：请从模板里选择。", called(task), step);
        }
        needed(model, task, name);
    }

    private static void needed(BpmnModel model, Node task, String work) {
        var given = inputs(task);
        for (var name : Vocabulary.NEEDED.getOrDefault(work, Set.of())) {
            if (!given.contains(name)) {
                model.findings().error(task.id(), "%s 缺少参数 “%s”，请在属性里填写。", called(task), name);
            }
        }
    }

    private static Set<String> inputs(Node task) {
        return task.extensions("inputOutput")
                .flatMap(holder -> holder.children("inputParameter"))
                .filter(parameter -> !parameter.text().isBlank())
                .map(parameter -> parameter.get("name"))
                .collect(Collectors.toSet());
    }

    private static void parameters(BpmnModel model, Node node) {
        node.extensions("inputOutput")
                .flatMap(holder -> holder.children().stream())
                .forEach(parameter -> {
                    if (!Expressions.isValue(parameter.text())) {
                        model.findings()
                                .error(
                                        node.id(),
                                        "%s 的参数 “%s” 写了不允许的表达式：只能用 ${变量} 和比较。",
                                        called(node),
                                        parameter.get("name"));
                    }
                });
    }
}
