package io.onevisit.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The conventions of one form: known components, known questions, nothing that runs. */
final class FormCheck {

    /** Components that ask, by our name and as form-js stores them. */
    private static final Set<String> QUESTIONS = Set.of(
            "textfield",
            "number",
            "datetime",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "textarea",
            "dynamiclist",
            "file",
            "license-picker",
            "region-picker");

    private static final Set<String> OTHERS = Set.of("group", "text", "separator", "spacer");

    private static final Map<String, String> INSTEAD = Map.of(
            "script", "表单里不允许脚本。",
            "html", "不允许嵌入 HTML：请用“文本”组件。",
            "iframe", "不允许嵌入其他网页。",
            "expression", "不允许计算字段：数由决策表和平台计算。",
            "button", "按钮由页面提供，请删除。",
            "filepicker", "上传材料请用材料清单，不用文件组件。");

    private final Draft draft;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private FormCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    static void check(Draft draft, ModelFile file) {
        new FormCheck(draft, file.findings()).form(file);
    }

    private void form(ModelFile file) {
        var form = file.json();
        var id = form.path("id").asText();
        if (!id.equals(file.key()) || !Vocabulary.kebab(id)) {
            findings.error(null, "表单编号 “%s” 应与文件名一致，用小写英文加连字符：请改成 “%s”。", id, file.key());
        }
        if (!form.path("components").isArray() || form.path("components").isEmpty()) {
            findings.error(null, "表单里还没有内容。");
        }
        FormAllowed.check(form, findings);
        form.path("components").forEach(this::component);
    }

    private void component(JsonNode component) {
        var type = component.path("type").asText();
        var id = component.path("id").asText("");
        if (id.isEmpty() || !ids.add(id)) {
            findings.error(id, "组件编号 “%s” 为空或重复。", id);
        }
        if (QUESTIONS.contains(type)) {
            question(component, id);
        } else if (!OTHERS.contains(type)) {
            findings.error(id, INSTEAD.getOrDefault(type, "不允许使用组件 “" + type + "”。"));
        }
        if (!component.path("valuesExpression").isMissingNode()) {
            findings.error(id, "选项请逐个写明，不用表达式计算。");
        }
        component.path("components").forEach(this::component);
    }

    private void question(JsonNode component, String id) {
        var key = component.path("key").asText(component.path("path").asText());
        var label = component.path("label").asText(component.path("dateLabel").asText());
        if (!Vocabulary.chinese(label)) {
            findings.error(id, "“%s” 还没有中文标题。", key);
        }
        if (!Vocabulary.camel(key)) {
            findings.error(id, "“%s” 的键 “%s” 应为 camelCase 英文名词。", label, key);
        } else if (!draft.fields().isEmpty() && !draft.fields().contains(key)) {
            findings.error(id, "“%s” 的键 “%s” 不在字段字典里：请换成已有的键，或先登记到 fields.yaml。", label, key);
        }
        if (!keys.add(key)) {
            findings.error(id, "“%s” 在本表单里问了两次（键 “%s”）。", label, key);
        }
        var chooses = Set.of("select", "radio", "checklist")
                .contains(component.path("type").asText());
        if (chooses && component.path("values").isEmpty()) {
            findings.error(id, "“%s” 还没有选项。", label);
        }
    }
}
