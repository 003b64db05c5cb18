package io.onevisit.studio;

import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;

/** Refuses every element, attribute and expression that is not on the list, before anything is deployed. */
final class BpmnAllowed {

    /** What people try most often, with the way that is open instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", "不允许使用脚本任务：规则请用决策表，外部工作请用模板里的服务任务。"),
            Map.entry("script", "不允许写脚本：规则请用决策表，取值请用 ${变量}。"),
            Map.entry("connector", "不允许使用连接器：外部工作请用模板里的服务任务。"),
            Map.entry("executionListener", "不允许使用监听器：需要平台做的事请用平台步骤。"),
            Map.entry("taskListener", "不允许使用监听器：需要平台做的事请用平台步骤。"),
            Map.entry("class", "不允许指定 Java 类：请从模板里选择一种工作。"),
            Map.entry("expression", "服务任务不允许直接写表达式：请从模板里选择一种工作。"),
            Map.entry("timeCycle", "不允许重复的定时器：期限请用 ${clock.…(execution)}。"),
            Map.entry("timeDuration", "期限一律由时限台账推算：请改用日期，写 ${clock.…(execution)}。"),
            Map.entry("assignee", "任务不预先指定到人：请填写候选组。"),
            Map.entry("variables", "不允许整体传递变量：请逐个写明要传什么。"),
            Map.entry("collaboration", "不使用泳池：谁来办由候选组说明。"),
            Map.entry("laneSet", "不使用泳道：谁来办由候选组说明。"),
            Map.entry("schemaLocation", "不允许引用外部的 schema：请删除 xsi:schemaLocation。"),
            Map.entry("import", "不允许引入外部文件。"));

    private final Findings findings;

    private BpmnAllowed(Findings findings) {
        this.findings = findings;
    }

    static void check(Node root, Findings findings) {
        new BpmnAllowed(findings).element(root, null);
    }

    private void element(Node node, String owner) {
        if (Namespaces.DRAWING.contains(node.name().getNamespaceURI())) {
            drawing(node, owner);
            return;
        }
        var id = node.id().isEmpty() ? owner : node.id();
        var allowed = BpmnElements.attributesOf(node.name());
        if (allowed == null) {
            findings.error(id, instead(node.local(), "不允许使用元素 “%s”，请删除或换成模板里的做法。"));
            return;
        }
        attributes(node, allowed, id);
        if (!Places.mayHoldExpression(node) && Expressions.isExpression(node.text())) {
            findings.error(id, "元素 “%s” 的文字里不允许写表达式。", node.local());
        }
        node.children().forEach(child -> element(child, id));
    }

    private void attributes(Node node, Set<QName> allowed, String id) {
        node.attributes().forEach((name, value) -> {
            if (!allowed.contains(name)) {
                findings.error(id, instead(name.getLocalPart(), "不允许使用属性 “%s”，请删除。"));
            } else if (Expressions.isExpression(value) && !Places.mayHoldExpression(node, name)) {
                findings.error(id, "属性 “%s” 里不允许写表达式，请填写固定的内容。", name.getLocalPart());
            }
        });
    }

    private void drawing(Node node, String owner) {
        node.all().forEach(part -> {
            var foreign = !Namespaces.DRAWING.contains(part.name().getNamespaceURI());
            var odd = part.attributes().entrySet().stream()
                    .anyMatch(a -> !a.getKey().getNamespaceURI().isEmpty() || Expressions.isExpression(a.getValue()));
            if (foreign || odd || Expressions.isExpression(part.text())) {
                var element = part.get("bpmnElement");
                findings.error(element.isEmpty() ? owner : element, "图形里只能有位置和大小，不使用颜色和其他扩展（%s）。", part.local());
            }
        });
    }

    private static String instead(String name, String otherwise) {
        return INSTEAD.getOrDefault(name, otherwise.formatted(name));
    }

    /** The few places in which an expression may stand; what it may say is checked where the element is. */
    private static final class Places {

        private static final Set<String> TEXTS =
                Set.of("conditionExpression", "timeDate", "inputParameter", "outputParameter");
        private static final Set<String> ATTRIBUTES = Set.of(
                "candidateGroups", "calledElementTenantId", "decisionRefTenantId", "businessKey", "delegateExpression");

        static boolean mayHoldExpression(Node node) {
            return TEXTS.contains(node.local());
        }

        static boolean mayHoldExpression(Node node, QName attribute) {
            var camunda = attribute.getNamespaceURI().equals(Namespaces.CAMUNDA)
                    || node.local().equals("in");
            return camunda && ATTRIBUTES.contains(attribute.getLocalPart());
        }
    }
}
