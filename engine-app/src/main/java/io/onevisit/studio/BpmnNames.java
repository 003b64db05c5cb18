package io.onevisit.studio;

import static io.onevisit.studio.BpmnModel.called;

/** Labels that people read and ids that the journal keeps. */
final class BpmnNames {

    private BpmnNames() {}

    static void check(BpmnModel model) {
        for (var node : model.nodes()) {
            if (BpmnElements.GATEWAYS.contains(node.local())) {
                gateway(model, node);
            } else if (!isWatch(node)) {
                labelled(model, node);
            }
        }
        model.process()
                .all()
                .filter(node -> node.local().endsWith("Parameter"))
                .filter(node -> !Vocabulary.camel(node.get("name")))
                .forEach(node ->
                        model.findings().error(null, "参数名 “%s” 应为 camelCase 英文，例如 noticeKind。", node.get("name")));
    }

    /** A question needs words; joins and parallel gateways do without. */
    private static void gateway(BpmnModel model, Node node) {
        var asks =
                !node.local().equals("parallelGateway") && model.leaving(node).size() > 1;
        if (!asks || node.local().equals("eventBasedGateway")) {
            return;
        }
        if (!Vocabulary.chinese(node.get("name"))) {
            model.findings().error(node.id(), "网关 %s 还没有问题：请写成一个问句，例如 “材料齐全？”。", node.id());
        }
        camel(model, node);
    }

    private static void labelled(BpmnModel model, Node node) {
        if (!Vocabulary.chinese(node.get("name"))) {
            model.findings().error(node.id(), "%s 还没有中文名称：请写出要做什么或发生了什么。", node.id());
        }
        camel(model, node);
    }

    private static void camel(BpmnModel model, Node node) {
        if (!Vocabulary.camel(node.id())) {
            model.findings()
                    .error(node.id(), "%s 的编号 “%s” 应改成说明意思的 camelCase 英文，例如 clerkReview。", called(node), node.id());
        }
    }

    /** The start of an event sub-process is named by the sub-process. */
    private static boolean isWatch(Node node) {
        return node.local().equals("startEvent") && node.get("name").isBlank() && node.has("timerEventDefinition");
    }
}
