package io.onevisit.studio;

import static io.onevisit.studio.BpmnModel.called;

import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a drawing: nothing dangles, every choice has words, a condition and a way out. */
final class BpmnFlows {

    private static final Set<String> CHOICES = Set.of("exclusiveGateway", "inclusiveGateway");

    private BpmnFlows() {}

    static void check(BpmnModel model) {
        starts(model);
        var ids = model.nodes().stream().map(Node::id).collect(Collectors.toSet());
        for (var flow : model.flows()) {
            if (!ids.contains(flow.get("sourceRef")) || !ids.contains(flow.get("targetRef"))) {
                model.findings().error(flow.id(), "连线 %s 有一端没有接上。", called(flow));
            }
        }
        for (var node : model.nodes()) {
            connected(model, node);
            if (CHOICES.contains(node.local()) && model.leaving(node).size() > 1) {
                choice(model, node);
            } else {
                plain(model, node);
            }
        }
    }

    private static void starts(BpmnModel model) {
        var starts = model.process().children("startEvent").count();
        if (starts != 1) {
            model.findings().error(model.process().id(), "流程应当只有一个开始事件，这里有 %d 个。", starts);
        }
    }

    private static void connected(BpmnModel model, Node node) {
        var watch = node.get("triggeredByEvent").equals("true");
        var begins = node.local().equals("startEvent") || node.local().equals("boundaryEvent") || watch;
        if (!begins && model.entering(node).isEmpty()) {
            model.findings().error(node.id(), "%s 没有进入的连线，永远走不到。", called(node));
        }
        if (!node.local().equals("endEvent") && !watch && model.leaving(node).isEmpty()) {
            model.findings().error(node.id(), "%s 没有出去的连线：请接到下一步或一个有名称的结束事件。", called(node));
        }
    }

    private static void choice(BpmnModel model, Node gateway) {
        var findings = model.findings();
        var fallback = gateway.get("default");
        if (model.leaving(gateway).stream().noneMatch(flow -> flow.id().equals(fallback))) {
            findings.error(gateway.id(), "网关 %s 没有默认的出路：都不满足时办件会停住，请把一条连线设为默认。", called(gateway));
        }
        for (var flow : model.leaving(gateway)) {
            if (flow.get("name").isBlank()) {
                findings.error(flow.id(), "网关 %s 有一条连线没有写答案，例如 “是” 或 “否”。", called(gateway));
            }
            var conditions = flow.children("conditionExpression").toList();
            if (flow.id().equals(fallback)) {
                if (!conditions.isEmpty()) {
                    findings.error(flow.id(), "默认的连线 %s 不需要条件，请删除。", called(flow));
                }
            } else if (conditions.size() != 1) {
                findings.error(flow.id(), "连线 %s 还没有条件。", called(flow));
            } else if (!Expressions.isCondition(conditions.get(0).text())) {
                findings.error(flow.id(), "连线 %s 的条件不允许：只能比较变量，例如 ${outcome == 'accept'}。", called(flow));
            }
        }
    }

    /** Anything but a choice goes on without asking, and only a gateway may fork. */
    private static void plain(BpmnModel model, Node node) {
        var leaving = model.leaving(node);
        if (!BpmnElements.GATEWAYS.contains(node.local()) && leaving.size() > 1) {
            model.findings().error(node.id(), "%s 有多条出去的连线：分支请画成网关。", called(node));
        }
        for (var flow : leaving) {
            if (flow.has("conditionExpression")) {
                model.findings().error(flow.id(), "连线 %s 的条件不会起作用：条件只写在分支网关之后。", called(flow));
            }
        }
    }
}
