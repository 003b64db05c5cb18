package io.onevisit.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The two data files of a bundle: what it is ({@code bundle.yaml}) and which items it joins ({@code items.yaml}). */
final class BundleCheck {

    static final String BUNDLE = "bundle.yaml";
    static final String ITEMS = "items.yaml";

    private static final Set<String> BUNDLE_KEYS = Set.of(
            "key",
            "name",
            "lifeStage",
            "audience",
            "list",
            "leadDepartment",
            "coDepartments",
            "process",
            "situationDecision",
            "materialsDecision",
            "handlingDecision",
            "parties",
            "situationForm",
            "items",
            "keywords",
            "description");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            "unit", Set.of("WORKING_DAY", "CALENDAR_DAY", "HOUR"),
            "rule", Set.of("EXACT_TIME", "NEXT_WORKDAY"),
            "mode", Set.of("NATIVE", "PUSH", "CHECK"));

    private static final String ASKED = "<camunda:inputParameter name=\"party\">%s<";

    private final Draft draft;

    private BundleCheck(Draft draft) {
        this.draft = draft;
    }

    static void check(Draft draft) {
        var check = new BundleCheck(draft);
        draft.data(BUNDLE).ifPresent(file -> check.bundle(file.json(), file.findings()));
        draft.data(ITEMS).ifPresent(file -> check.sheet(file.json(), file.findings()));
    }

    private void bundle(JsonNode bundle, Findings findings) {
        bundle.fieldNames().forEachRemaining(name -> {
            if (!BUNDLE_KEYS.contains(name)) {
                findings.error(null, "不认识的项目 “%s”，请检查拼写或删除。", name);
            }
        });
        if (!bundle.path("key").asText().equals(draft.key())) {
            findings.error(null, "key 应为 “%s”。", draft.key());
        }
        for (var needed : Set.of("name", "lifeStage", "leadDepartment")) {
            if (bundle.path(needed).asText().isBlank()) {
                findings.error(null, "缺少 %s。", needed);
            }
        }
        if (!Set.of("PERSON", "ENTERPRISE").contains(bundle.path("audience").asText())) {
            findings.error(null, "audience 应为 PERSON（个人）或 ENTERPRISE（企业）。");
        }
        exists(bundle, "process", ".bpmn", findings);
        exists(bundle, "situationDecision", ".dmn", findings);
        exists(bundle, "materialsDecision", ".dmn", findings);
        exists(bundle, "situationForm", ".form", findings);
        if (bundle.has("handlingDecision")) {
            exists(bundle, "handlingDecision", ".dmn", findings);
        }
        draft.model(bundle.path("materialsDecision").asText() + ".dmn").ifPresent(Answers::ofMaterials);
        draft.model(bundle.path("handlingDecision").asText() + ".dmn")
                .ifPresent(file -> Answers.ofHandling(file, substantive(bundle)));
        parties(bundle, findings);
        if (bundle.path("items").isEmpty()) {
            findings.error(null, "items 里还没有事项。");
        }
        items(bundle, findings);
    }

    private void exists(JsonNode owner, String name, String ending, Findings findings) {
        var key = owner.path(name).asText();
        if (key.isBlank() || !draft.has(key + ending)) {
            findings.error(null, "%s 指向的文件 “%s%s” 不在本一件事里。", name, key, ending);
        }
    }

    private void parties(JsonNode bundle, Findings findings) {
        var process = draft.files().get(bundle.path("process").asText() + ".bpmn");
        for (var party : bundle.path("parties")) {
            if (process != null && !process.text().contains(ASKED.formatted(party.asText()))) {
                findings.error(null, "流程 %s 没有请 “%s” 确认，其电子证照不会查验。", process.name(), party.asText());
            }
        }
    }

    private void items(JsonNode bundle, Findings findings) {
        var known = codes();
        var process = draft.files().get(bundle.path("process").asText() + ".bpmn");
        var seen = new HashSet<String>();
        for (var item : bundle.path("items")) {
            var code = item.path("code").asText();
            var variable = item.path("variable").asText();
            if (!known.isEmpty() && !known.contains(code)) {
                findings.error(variable, "事项 “%s” 不在 items.yaml 里。", code);
            }
            if (!Vocabulary.camel(variable)) {
                findings.error(variable, "事项 “%s” 的 variable 应为 camelCase 英文。", code);
            }
            if (!seen.add(code) || !seen.add(variable)) {
                findings.error(variable, "事项 “%s” 或变量 “%s” 写了两次。", code, variable);
            }
            if (item.has("form")) {
                exists(item, "form", ".form", findings);
            }
            if (process != null && !process.text().contains("${" + variable + "}")) {
                findings.warning(variable, "流程 %s 里没有用到事项 “%s”：它不会被办理。", process.name(), variable);
            }
        }
    }

    /** Variables of the items that two officers have to check. */
    private Set<String> substantive(JsonNode bundle) {
        var codes = new HashSet<String>();
        draft.data(ITEMS).ifPresent(sheet -> sheet.json().path("items").forEach(item -> {
            if (item.path("substantive").asBoolean()) {
                codes.add(item.path("code").asText());
            }
        }));
        var variables = new TreeSet<String>();
        bundle.path("items").forEach(item -> {
            if (codes.contains(item.path("code").asText())) {
                variables.add(item.path("variable").asText());
            }
        });
        return variables;
    }

    private Set<String> codes() {
        var codes = new HashSet<String>();
        draft.data(ITEMS).ifPresent(sheet -> sheet.json()
                .path("items")
                .forEach(item -> codes.add(item.path("code").asText())));
        return codes;
    }

    private void sheet(JsonNode sheet, Findings findings) {
        var materials = new HashSet<String>();
        for (var material : sheet.path("materials")) {
            var key = material.path("key").asText();
            if (!Vocabulary.kebab(key) || !materials.add(key)) {
                findings.error(key, "材料编号 “%s” 应为小写英文加连字符，且不重复。", key);
            }
            if (!Vocabulary.chinese(material.path("name").asText())) {
                findings.error(key, "材料 “%s” 还没有中文名称。", key);
            }
        }
        var codes = new HashSet<String>();
        sheet.path("items").forEach(item -> item(item, codes, findings));
    }

    private void item(JsonNode item, Set<String> codes, Findings findings) {
        var code = item.path("code").asText();
        if (code.isBlank() || !codes.add(code)) {
            findings.error(code, "事项编码 “%s” 为空或重复。", code);
        }
        if (!Vocabulary.chinese(item.path("name").asText())) {
            findings.error(code, "事项 “%s” 还没有中文名称。", code);
        }
        if (!Vocabulary.kebab(item.path("department").asText())) {
            findings.error(code, "事项 “%s” 没有写明办理部门。", code);
        }
        CHOICES.forEach((name, choices) -> {
            if (item.has(name) && !choices.contains(item.path(name).asText())) {
                findings.error(code, "事项 “%s” 的 %s 应为 %s 之一。", code, name, String.join("、", choices));
            }
        });
        if (item.path("substantive").asBoolean() && item.path("mode").asText().equals("CHECK")) {
            findings.error(code, "事项 “%s” 须由两名以上工作人员审查（行政许可法第三十四条），不能数据核验即办。", code);
        }
        var promised = item.path("promised").asInt(-1);
        var statutory = item.path("statutory").asInt(-1);
        if (promised < 0 || statutory < promised) {
            findings.error(code, "事项 “%s” 的时限不对：承诺时限不能为负，也不能长于法定时限。", code);
        }
    }
}
