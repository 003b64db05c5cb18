package io.onevisit.studio;

import io.onevisit.catalogue.Exemption;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.HandlingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers of a bundle's decisions that the platform carries out: each is one it knows. */
final class Answers {

    private static final Set<String> EXEMPTIONS = names(Exemption.values());
    private static final Set<String> MODES = names(HandlingMode.values());
    private static final String CHECK = '"' + HandlingMode.CHECK.name() + '"';

    private static final Pattern NOT = Pattern.compile("not\\s*\\(");

    private Answers() {}

    /** How materials are spared; a table without the column leaves it to licenses. */
    static void ofMaterials(ModelFile file) {
        file.xml()
                .all()
                .filter(node -> node.local().equals("decisionTable"))
                .forEach(table -> known(table, "exemption", EXEMPTIONS, file.findings()));
    }

    /**
     * How an item is handled: one answer, with its reason.
     *
     * @param substantive variables of the items that two officers have to check (行政许可法 art. 34)
     */
    static void ofHandling(ModelFile file, Set<String> substantive) {
        file.xml().all().filter(node -> node.local().equals("decisionTable")).forEach(table -> {
            handling(table, file.findings());
            twoOfficers(table, substantive, file.findings());
        });
    }

    /** What two officers have to check is not decided by data alone. */
    private static void twoOfficers(Node table, Set<String> substantive, Findings findings) {
        var mode =
                table.children("output").map(each -> each.get("name")).toList().indexOf("mode");
        var item = table.children("input")
                .map(input -> input.children("inputExpression")
                        .flatMap(expression -> expression.children("text"))
                        .map(text -> text.text().strip())
                        .collect(Collectors.joining()))
                .toList()
                .indexOf("item");
        for (var rule : table.children("rule").toList()) {
            if (cell(rule, "outputEntry", mode).equals(CHECK)) {
                twoOfficers(rule, cell(rule, "inputEntry", item), substantive, findings);
            }
        }
    }

    /** @param items the rule's cell: names of items, those it is not for, or nothing for all */
    private static void twoOfficers(Node rule, String items, Set<String> substantive, Findings findings) {
        var named = substantive.stream()
                .filter(variable -> items.contains('"' + variable + '"'))
                .toList();
        var open = items.isEmpty() || items.equals("-") || NOT.matcher(items).lookingAt();
        if (!open) {
            named.forEach(variable -> findings.error(rule.id(), "事项 %s 须由两名以上工作人员审查（行政许可法第三十四条），不能数据核验即办。", variable));
        } else if (named.size() < substantive.size()) {
            findings.warning(
                    rule.id(),
                    "这条规则没有限定事项，须由两名以上工作人员审查的 %s 也可能数据核验即办，请写明事项。",
                    substantive.stream()
                            .filter(variable -> !named.contains(variable))
                            .collect(Collectors.joining("、")));
        }
    }

    private static String cell(Node rule, String kind, int column) {
        return column < 0
                ? ""
                : rule.children(kind)
                        .skip(column)
                        .limit(1)
                        .flatMap(entry -> entry.children("text"))
                        .map(text -> text.text().strip())
                        .collect(Collectors.joining());
    }

    private static void handling(Node table, Findings findings) {
        if (table.get("hitPolicy").equals("COLLECT")) {
            findings.error(table.id(), "一个事项只有一种办理方式：命中策略请选 UNIQUE 或 FIRST。");
        }
        var names = table.children("output").map(output -> output.get("name")).toList();
        for (var needed : List.of("mode", "level", "reason")) {
            if (!names.contains(needed)) {
                findings.error(table.id(), "办理方式的决策缺少结果列 “%s”。", needed);
            }
        }
        known(table, "mode", MODES, findings);
        known(table, "level", new TreeSet<>(Handling.LEVELS.keySet()), findings);
    }

    private static void known(Node table, String output, Set<String> values, Findings findings) {
        var column =
                table.children("output").map(each -> each.get("name")).toList().indexOf(output);
        if (column < 0) {
            return;
        }
        for (var rule : table.children("rule").toList()) {
            var text = cell(rule, "outputEntry", column);
            if (!text.isEmpty()
                    && !text.equals("\"\"")
                    && values.stream().noneMatch(value -> text.equals('"' + value + '"'))) {
                findings.error(rule.id(), "结果 %s 的 %s 不认识：应为 %s 之一，或者留空。", output, text, String.join("、", values));
            }
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
