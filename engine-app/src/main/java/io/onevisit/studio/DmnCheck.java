package io.onevisit.studio;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** The conventions of one decision: one question, plain FEEL, every rule with its source. */
final class DmnCheck {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            allowed("definitions", "id name namespace exporter exporterVersion"),
            allowed("decision", "id name historyTimeToLive versionTag"),
            allowed("decisionTable", "id hitPolicy aggregation preferredOrientation"),
            allowed("input", "id label width inputVariable"),
            allowed("inputExpression", "id typeRef expressionLanguage"),
            allowed("output", "id label name typeRef width"),
            allowed("inputValues", "id expressionLanguage"),
            allowed("outputValues", "id expressionLanguage"),
            allowed("rule", "id"),
            allowed("inputEntry", "id expressionLanguage"),
            allowed("outputEntry", "id expressionLanguage"),
            allowed("text", ""),
            allowed("description", ""),
            allowed("variable", "id name typeRef"),
            allowed("extensionElements", ""),
            allowed("textAnnotation", "id textFormat"),
            allowed("association", "id associationDirection"),
            allowed("sourceRef", "href"),
            allowed("targetRef", "href"));

    private static final Map<String, String> INSTEAD = Map.of(
            "functionDefinition", "不允许定义函数（包括 Java 函数）：请只用 FEEL 的条件和结果。",
            "businessKnowledgeModel", "不允许使用业务知识模型：一个决策只回答一个问题，写成一张决策表。",
            "literalExpression", "请写成决策表，不使用文字表达式。",
            "invocation", "不允许调用函数：请只用 FEEL 的条件和结果。",
            "import", "不允许引入外部文件。");

    private static final Set<String> POLICIES = Set.of("", "UNIQUE", "FIRST", "COLLECT");

    private DmnCheck() {}

    static void check(ModelFile file) {
        var root = file.xml();
        var findings = file.findings();
        if (!Namespaces.DMN.contains(root.name().getNamespaceURI())
                || !root.local().equals("definitions")) {
            findings.error(null, "这不是 DMN 决策文件。");
            return;
        }
        allowed(root, null, findings);
        uniqueIds(root, findings);
        var decisions = root.children("decision").toList();
        if (decisions.size() != 1) {
            findings.error(null, "一个文件只放一个决策，这里有 %d 个。", decisions.size());
            return;
        }
        decision(file, decisions.get(0));
        var tables = decisions.get(0).children("decisionTable").toList();
        if (tables.size() != 1) {
            findings.error(decisions.get(0).id(), "决策应当是一张决策表。");
        } else {
            DmnTable.check(tables.get(0), findings);
        }
    }

    private static void decision(ModelFile file, Node decision) {
        var findings = file.findings();
        var id = decision.id();
        if (!id.equals(file.key()) || !Vocabulary.kebab(id)) {
            findings.error(id, "决策编号 “%s” 应与文件名一致，用小写英文加连字符：请改成 “%s”。", id, file.key());
        }
        if (!Vocabulary.chinese(decision.get("name"))) {
            findings.error(id, "决策还没有中文名称。");
        }
        if (!camunda(decision, "historyTimeToLive").equals(Vocabulary.TIME_TO_LIVE)) {
            findings.error(id, "请把“历史保留时间”填为 %s。", Vocabulary.TIME_TO_LIVE);
        }
        if (camunda(decision, "versionTag").isBlank()) {
            findings.error(id, "请填写“版本标签”，说明依据的制度版本，例如 2026-07。");
        }
    }

    private static void allowed(Node node, String owner, Findings findings) {
        if (Namespaces.DRAWING.contains(node.name().getNamespaceURI())) {
            drawing(node, owner, findings);
            return;
        }
        var id = node.id().isEmpty() ? owner : node.id();
        var attributes = ALLOWED.get(node.local());
        if (attributes == null || !Namespaces.DMN.contains(node.name().getNamespaceURI())) {
            findings.error(id, INSTEAD.getOrDefault(node.local(), "不允许使用元素 “" + node.local() + "”，请删除。"));
            return;
        }
        node.attributes().forEach((name, value) -> attribute(name, value, attributes, id, findings));
        if (Expressions.isExpression(node.text())) {
            findings.error(id, "决策表只用 FEEL，不写 ${…} 表达式。");
        }
        node.children().forEach(child -> allowed(child, id, findings));
    }

    private static void drawing(Node drawing, String owner, Findings findings) {
        drawing.all()
                .filter(part -> !Namespaces.DRAWING.contains(part.name().getNamespaceURI())
                        && !part.name().getNamespaceURI().equals(Namespaces.BIODI))
                .forEach(part -> findings.error(owner, "图形里只能有位置和大小，不使用其他内容（%s）。", part.local()));
    }

    private static void attribute(QName name, String value, Set<String> attributes, String id, Findings findings) {
        var local = name.getLocalPart();
        var ours = Set.of(
                        "",
                        Namespaces.CAMUNDA_DMN,
                        Namespaces.MODELER,
                        "http://www.omg.org/spec/DMN/20180521/DI/",
                        Namespaces.BIODI)
                .contains(name.getNamespaceURI());
        if (local.equals("expressionLanguage") && !value.equalsIgnoreCase("feel")) {
            findings.error(id, "表达式语言 “%s” 不允许：决策只用 FEEL。", value);
        } else if (!ours
                || !attributes.contains(local) && !name.getNamespaceURI().equals(Namespaces.MODELER)) {
            findings.error(id, "不允许使用属性 “%s”，请删除。", local);
        } else if (Expressions.isExpression(value)) {
            findings.error(id, "属性 “%s” 里不允许写表达式。", local);
        }
    }

    private static void uniqueIds(Node root, Findings findings) {
        var seen = new HashSet<String>();
        root.all()
                .map(Node::id)
                .filter(id -> !id.isEmpty() && !seen.add(id))
                .forEach(id -> findings.error(id, "编号 “%s” 用了两次，请改掉其中一个。", id));
    }

    static String camunda(Node node, String attribute) {
        return node.attributes().getOrDefault(new QName(Namespaces.CAMUNDA_DMN, attribute), "");
    }

    static boolean policy(String hitPolicy) {
        return POLICIES.contains(hitPolicy);
    }

    private static Map.Entry<String, Set<String>> allowed(String element, String attributes) {
        return Map.entry(
                element,
                Stream.of(attributes.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet()));
    }
}
