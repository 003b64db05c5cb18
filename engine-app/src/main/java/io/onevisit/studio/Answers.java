package io.onevisit.studio;

import io.onevisit.catalogue.Exemption;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.HandlingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers of a bundle's decisions that the platform carries out: each is one it knows. */
final class Answers {

    private static final Set<String> EXEMPTIONS = names(Exemption.values());
    private static final Set<String> MODES = names(HandlingMode.values());

    private Answers() {}

    /** How materials are spared; a table without the column leaves it to licenses. */
    static void ofMaterials(ModelFile file) {
        file.xml()
                .all()
                .filter(node -> node.local().equals("decisionTable"))
                .forEach(table -> known(table, "exemption", EXEMPTIONS, file.findings()));
    }

    /** How an item is handled: one answer, with its reason. */
    static void ofHandling(ModelFile file) {
        file.xml()
                .all()
                .filter(node -> node.local().equals("decisionTable"))
                .forEach(table -> handling(table, file.findings()));
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
            rule.children("outputEntry")
                    .skip(column)
                    .limit(1)
                    .flatMap(cell -> cell.children("text"))
                    .map(text -> text.text().strip())
                    .filter(text -> !text.isEmpty() && !text.equals("\"\""))
                    .filter(text -> values.stream().noneMatch(value -> text.equals('"' + value + '"')))
                    .forEach(text -> findings.error(
                            rule.id(), "结果 %s 的 %s 不认识：应为 %s 之一，或者留空。", output, text, String.join("、", values)));
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
