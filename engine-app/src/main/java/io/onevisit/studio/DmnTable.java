package io.onevisit.studio;

import java.util.Set;

/** A decision table: typed columns, rules with an id and a source, cells in plain FEEL. */
final class DmnTable {

    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "date");

    private static final Set<String> AGGREGATIONS = Set.of("", "SUM", "MIN", "MAX", "COUNT");

    private DmnTable() {}

    static void check(Node table, Findings findings) {
        if (!DmnCheck.policy(table.get("hitPolicy"))) {
            findings.error(table.id(), "命中策略 “%s” 不使用：请选 UNIQUE、FIRST 或 COLLECT。", table.get("hitPolicy"));
        }
        if (!AGGREGATIONS.contains(table.get("aggregation"))) {
            findings.error(table.id(), "汇总方式 “%s” 不使用。", table.get("aggregation"));
        }
        table.all()
                .filter(node ->
                        node.local().equals("inputValues") || node.local().equals("outputValues"))
                .flatMap(node -> node.children("text"))
                .filter(text -> !Feel.isPlain(text.text()))
                .forEach(text -> findings.error(table.id(), "可选值 “%s” 的写法不允许：请逐个写明。", text.text()));
        table.children("input").forEach(input -> input(input, findings));
        table.children("output").forEach(output -> output(output, findings));
        if (!table.has("input") || !table.has("output")) {
            findings.error(table.id(), "决策表至少要有一个条件列和一个结果列。");
        }
        var columns = table.children("input").count();
        var results = table.children("output").count();
        var row = 0;
        for (var rule : table.children("rule").toList()) {
            rule(rule, ++row, columns, results, findings);
        }
        if (row == 0) {
            findings.error(table.id(), "决策表还没有规则。");
        }
    }

    private static void input(Node input, Findings findings) {
        if (!Vocabulary.chinese(input.get("label"))) {
            findings.error(input.id(), "条件列 %s 还没有中文标题。", input.id());
        }
        var expressions = input.children("inputExpression").toList();
        if (expressions.isEmpty()) {
            findings.error(input.id(), "条件列 “%s” 没有说明看哪个变量。", input.get("label"));
            return;
        }
        type(expressions.get(0), input.get("label"), findings);
        expressions.get(0).children("text").forEach(text -> {
            if (!Feel.isPlain(text.text()) || text.text().isBlank()) {
                findings.error(input.id(), "条件列 “%s” 的表达式 “%s” 不允许：请写变量名或简单的 FEEL。", input.get("label"), text.text());
            }
        });
    }

    private static void output(Node output, Findings findings) {
        if (!Vocabulary.chinese(output.get("label"))) {
            findings.error(output.id(), "结果列 %s 还没有中文标题。", output.id());
        }
        if (!Vocabulary.camel(output.get("name"))) {
            findings.error(output.id(), "结果列 “%s” 的名称应为 camelCase 英文。", output.get("label"));
        }
        type(output, output.get("label"), findings);
    }

    private static void type(Node typed, String label, Findings findings) {
        var type = typed.get("typeRef");
        if (!TYPES.contains(type)) {
            findings.error(
                    typed.id(),
                    "列 “%s” 的类型 “%s” 不可用：请选 string、boolean、integer、long、double 或 date（没有 number）。",
                    label,
                    type);
        }
    }

    private static void rule(Node rule, int row, long columns, long results, Findings findings) {
        if (rule.id().isBlank()) {
            findings.error(null, "第 %d 条规则没有编号，命中后无法指出是哪一条。", row);
        }
        if (rule.children("description").allMatch(note -> note.text().isBlank())) {
            findings.error(rule.id(), "第 %d 条规则没有注明依据：请在“批注”列写出来源。", row);
        }
        if (rule.children("inputEntry").count() != columns
                || rule.children("outputEntry").count() != results) {
            findings.error(rule.id(), "第 %d 条规则的格数与列数不一致。", row);
        }
        for (var cell : rule.children()) {
            var entry = cell.local().equals("inputEntry") || cell.local().equals("outputEntry");
            if (entry && cell.children("text").anyMatch(text -> !Feel.isPlain(text.text()))) {
                findings.error(rule.id(), "第 %d 条规则里的写法不允许：只用 FEEL 的比较、列表和常用函数。", row);
            }
        }
    }
}
